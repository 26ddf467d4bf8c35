package org.syncgate.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.syncgate.model.Cell;
import org.syncgate.model.Disruption;
import org.syncgate.model.Formality;
import org.syncgate.model.Tier;

/** The words that the table's conditions are made of, from which all cells that it can tell apart follow. */
final class CellWords {

    /** A word that no table names: stands for every service and every deployment that it does not know. */
    private static final String UNNAMED = "?";

    private final Columns columns;

    CellWords(Columns columns) {
        this.columns = columns;
    }

    /** A sentence for each tier, disruption and formality that a rule waits for in vain because there is none of that name. */
    List<String> faults(Rule rule) {
        List<String> faults = new ArrayList<>();
        compare(rule, "tier", Tier::of, Arrays.stream(Tier.values()).map(Tier::text), faults);
        compare(
                rule,
                "disruption",
                Disruption::of,
                Arrays.stream(Disruption.values()).map(Disruption::text),
                faults);
        if (columns.haveFormality()) {
            compare(
                    rule,
                    Columns.FORMALITY,
                    Formality::of,
                    Arrays.stream(Formality.values()).map(Formality::text),
                    faults);
        }
        return faults;
    }

    /** The services that the chart has rows of their own for: those that a rule names in quotes. */
    Set<String> services(DecisionTable table) {
        Set<String> services = named(table, "service");
        services.remove(Cell.OTHER);
        return services;
    }

    /** One cell for each combination that can be asked about and that the table's conditions can tell apart. */
    List<Cell> cells(DecisionTable table) {
        Set<String> services = named(table, "service");
        services.add(columns.haveFormality() ? Cell.OTHER : UNNAMED);
        Set<String> deployments = named(table, "deployment");
        deployments.add(UNNAMED);
        List<Cell> cells = new ArrayList<>();
        for (String service : services) {
            for (String deployment : deployments) {
                for (Tier tier : Tier.values()) {
                    for (Disruption disruption : Disruption.values()) {
                        formalities(service)
                                .forEach(formality ->
                                        cells.add(new Cell(service, deployment, tier, disruption, formality)));
                    }
                }
            }
        }
        return cells;
    }

    /** A service that the chart names is asked about without one, and what it does not name never is. */
    private Stream<Optional<Formality>> formalities(String service) {
        return columns.haveFormality() && service.equals(Cell.OTHER)
                ? Arrays.stream(Formality.values()).map(Optional::of)
                : Stream.of(Optional.empty());
    }

    private Set<String> named(DecisionTable table, String column) {
        return table.getRules().stream()
                .flatMap(rule -> Conditions.quoted(condition(rule, column)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void compare(
            Rule rule, String column, Function<String, Optional<?>> reader, Stream<String> known, List<String> faults) {
        String condition = condition(rule, column);
        if (!Conditions.isList(condition)) {
            return;
        }
        String words = known.collect(Collectors.joining(", "));
        Conditions.quoted(condition)
                .filter(word -> reader.apply(word).isEmpty())
                .forEach(word -> faults.add(column + ": '" + word + "' is none of " + words));
    }

    private String condition(Rule rule, String column) {
        return Conditions.text(
                List.copyOf(rule.getInputEntries()).get(columns.inputs().indexOf(column)));
    }
}

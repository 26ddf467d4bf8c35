package org.syncgate.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.syncgate.model.Cell;
import org.syncgate.model.Disruption;
import org.syncgate.model.Tier;

/** The words that the table's conditions are made of, from which all cells that it can tell apart follow. */
final class CellWords {

    /** A word that no table names: stands for every service and every deployment that it does not know. */
    private static final String UNNAMED = "?";

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern LIST =
            Pattern.compile("\\s*(not\\s*\\()?\\s*\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*\\s*\\)?\\s*");

    private final Columns columns;

    CellWords(Columns columns) {
        this.columns = columns;
    }

    /** A sentence for each tier and disruption that a rule waits for in vain because there is none of that name. */
    List<String> faults(Rule rule) {
        List<String> faults = new ArrayList<>();
        compare(rule, "tier", Tier::of, Arrays.stream(Tier.values()).map(Tier::text), faults);
        compare(
                rule,
                "disruption",
                Disruption::of,
                Arrays.stream(Disruption.values()).map(Disruption::text),
                faults);
        return faults;
    }

    /** One cell for each combination that the table's conditions can tell apart. */
    List<Cell> cells(DecisionTable table) {
        Set<String> services = new LinkedHashSet<>();
        Set<String> deployments = new LinkedHashSet<>();
        for (Rule rule : table.getRules()) {
            quoted(condition(rule, "service")).forEach(services::add);
            quoted(condition(rule, "deployment")).forEach(deployments::add);
        }
        services.add(UNNAMED);
        deployments.add(UNNAMED);
        List<Cell> cells = new ArrayList<>();
        for (String service : services) {
            for (String deployment : deployments) {
                for (Tier tier : Tier.values()) {
                    for (Disruption disruption : Disruption.values()) {
                        cells.add(new Cell(service, deployment, tier, disruption));
                    }
                }
            }
        }
        return cells;
    }

    private void compare(
            Rule rule, String column, Function<String, Optional<?>> reader, Stream<String> known, List<String> faults) {
        String condition = condition(rule, column);
        if (!LIST.matcher(condition).matches()) {
            return;
        }
        String words = known.collect(Collectors.joining(", "));
        quoted(condition)
                .filter(word -> reader.apply(word).isEmpty())
                .forEach(word -> faults.add(column + ": '" + word + "' is none of " + words));
    }

    private String condition(Rule rule, String column) {
        InputEntry entry =
                List.copyOf(rule.getInputEntries()).get(columns.inputs().indexOf(column));
        return entry.getText() == null ? "" : entry.getText().getTextContent();
    }

    private static Stream<String> quoted(String condition) {
        return QUOTED.matcher(condition).results().map((MatchResult word) -> word.group(1));
    }
}

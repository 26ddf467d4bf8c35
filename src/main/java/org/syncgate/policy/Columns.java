package org.syncgate.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Where the table's columns are: their order is the edition's own.
 *
 * @param inputs the names of the input columns, from the left
 * @param outputs the names of the output columns, from the left
 */
record Columns(List<String> inputs, List<String> outputs) {

    static final String FORMALITY = "formality";

    private static final List<String> INPUTS = List.of("service", "deployment", "tier", "disruption");
    private static final List<String> OUTPUTS =
            List.of("path", "minimumNotice", "channels", "approvals", "window", "coordinateWith");

    static Columns of(DecisionTable table) {
        return new Columns(
                table.getInputs().stream().map(Columns::name).toList(),
                table.getOutputs().stream().map(Columns::name).toList());
    }

    /** A sentence for every column that is missing, unknown or there twice. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        compare("input", INPUTS, List.of(FORMALITY), inputs, faults);
        compare("output", OUTPUTS, List.of(), outputs, faults);
        return faults;
    }

    /** Whether the edition leaves anything to the heuristics; the column may be left out. */
    boolean haveFormality() {
        return inputs.contains(FORMALITY);
    }

    /** Whether the rule has one cell for each column. */
    boolean fit(Rule rule) {
        return rule.getInputEntries().size() == inputs.size()
                && rule.getOutputEntries().size() == outputs.size();
    }

    private static void compare(
            String kind, List<String> wanted, List<String> optional, List<String> found, List<String> faults) {
        List<String> known = Stream.concat(wanted.stream(), optional.stream()).toList();
        wanted.stream()
                .filter(name -> !found.contains(name))
                .forEach(name -> faults.add("the " + kind + " column '" + name + "' is missing"));
        found.stream()
                .distinct()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        "the " + kind + " column '" + name + "' is unknown; there are " + String.join(", ", known)));
        known.stream()
                .filter(name -> Collections.frequency(found, name) > 1)
                .forEach(name -> faults.add("the " + kind + " column '" + name + "' is there twice"));
    }

    private static String name(Input input) {
        return input.getInputExpression() == null || input.getInputExpression().getText() == null
                ? ""
                : input.getInputExpression().getText().getTextContent().strip();
    }

    private static String name(Output output) {
        return output.getName() == null ? "" : output.getName();
    }
}

package org.syncgate.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.syncgate.model.Change;
import org.syncgate.model.Impact;
import org.syncgate.model.Maturity;
import org.syncgate.model.Tier;
import org.syncgate.model.Userbase;

/** The names and words of the heuristics' inputs: misspelt, they are no fault to the engine, but would never count. */
final class FactorWords {

    private static final List<String> FACTORS =
            List.of("maturity", "users", "tier", "userbase", "impact", "reputation", "change");

    private static final Map<String, List<String>> WORDS = Map.of(
            "maturity", words(Maturity.values(), Maturity::text),
            "tier", words(Tier.values(), Tier::text),
            "userbase", words(Userbase.values(), Userbase::text),
            "impact", words(Impact.values(), Impact::text),
            "reputation", words(Impact.values(), Impact::text),
            "change", words(Change.values(), Change::text));

    private final Set<String> known = new TreeSet<>(FACTORS);
    private final List<String> faults = new ArrayList<>();

    private FactorWords() {}

    /** A sentence for each name that no input has, and each word that a rule waits for in vain. */
    static List<String> faults(DmnModelInstance model) {
        FactorWords words = new FactorWords();
        model.getModelElementsByType(Output.class).forEach(output -> words.known.add(output.getName()));
        model.getModelElementsByType(DecisionTable.class).forEach(words::check);
        return words.faults;
    }

    private void check(DecisionTable table) {
        List<String> inputs = table.getInputs().stream().map(FactorWords::name).toList();
        inputs.stream()
                .filter(input -> Conditions.isName(input) && !known.contains(input))
                .forEach(input ->
                        faults.add("the input '" + input + "' is unknown; there are " + String.join(", ", FACTORS)));
        for (Rule rule : table.getRules()) {
            List<InputEntry> entries = List.copyOf(rule.getInputEntries());
            for (int i = 0; i < Math.min(entries.size(), inputs.size()); i++) {
                check(rule, inputs.get(i), Conditions.text(entries.get(i)));
            }
        }
    }

    private void check(Rule rule, String input, String condition) {
        List<String> words = WORDS.getOrDefault(input, List.of());
        if (words.isEmpty() || !Conditions.isList(condition)) {
            return;
        }
        Conditions.quoted(condition)
                .filter(word -> !words.contains(word))
                .forEach(word -> faults.add("rule " + rule.getId() + ", " + input + ": '" + word + "' is none of "
                        + String.join(", ", words)));
    }

    private static String name(Input input) {
        return input.getInputExpression() == null
                ? ""
                : input.getInputExpression().getTextContent().strip();
    }

    private static <T> List<String> words(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).toList();
    }
}

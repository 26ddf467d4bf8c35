package org.syncgate.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.Resource;
import org.syncgate.model.Cell;
import org.syncgate.start.StartRefused;

/**
 * An edition that has been checked as a whole: every rule can be answered with, and no two rules match one cell.
 *
 * @param edition its name and version
 * @param rules by their ids
 * @param charted the services that have rows of their own; empty where the edition leaves nothing to the heuristics
 * @param matcher finds the rules of a cell
 */
record PracticeTable(
        String edition, Map<String, PracticeRule> rules, Optional<Set<String>> charted, RuleMatcher matcher) {

    static final String DECISION = "deployment-practice";

    /** @throws StartRefused with all faults that could be found */
    static PracticeTable read(Resource location) {
        Source source = new Source(PracticeProperties.LOCATION, "the practice", location);
        DecisionFile file = DecisionFile.read(source, DECISION);
        Columns columns = Columns.of(file.table());
        source.refuseIfAny(columns.faults());
        CellWords words = new CellWords(columns);
        Map<String, PracticeRule> rules = new LinkedHashMap<>();
        source.refuseIfAny(readRules(file, columns, words, rules));
        List<Cell> cells = words.cells(file.table());
        RuleMatcher matcher = matcher(file);
        source.refuseIfAny(ask(matcher, cells));
        Optional<Set<String>> charted =
                columns.haveFormality() ? Optional.of(words.services(file.table())) : Optional.empty();
        return new PracticeTable(file.version(), Map.copyOf(rules), charted, matcher);
    }

    /** All rules that match. */
    List<PracticeRule> match(Cell cell) {
        return matcher.match(cell).stream().map(rules::get).toList();
    }

    private static List<String> readRules(
            DecisionFile file, Columns columns, CellWords words, Map<String, PracticeRule> rules) {
        RuleReader reader = new RuleReader(file.version(), columns);
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (Rule rule : file.table().getRules()) {
            number++;
            String name = "rule " + number + " (" + rule.getId() + "), ";
            if (!columns.fit(rule)) {
                faults.add(name + "it has not one cell for each column");
                continue;
            }
            words.faults(rule).forEach(fault -> faults.add(name + fault));
            try {
                PracticeRule read = reader.read(rule);
                rules.put(read.id(), read);
            } catch (IllegalArgumentException e) {
                faults.add(name + e.getMessage());
            }
        }
        return number == 0 ? List.of("it has no rules") : faults;
    }

    private static RuleMatcher matcher(DecisionFile file) {
        try {
            return new RuleMatcher(file.model(), file.table());
        } catch (DmnEngineException e) {
            throw file.source().refused("the engine refuses it: " + e.getMessage());
        }
    }

    private static Set<String> ask(RuleMatcher matcher, List<Cell> cells) {
        Set<String> faults = new LinkedHashSet<>();
        for (Cell cell : cells) {
            try {
                List<String> matching = matcher.match(cell);
                if (matching.size() > 1) {
                    faults.add("the rules " + String.join(" and ", matching)
                            + " match at once: narrow one of them, so that each cell has one answer");
                }
            } catch (IllegalStateException e) {
                faults.add(e.getMessage());
            }
        }
        return faults;
    }
}

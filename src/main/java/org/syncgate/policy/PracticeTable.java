package org.syncgate.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.Resource;
import org.syncgate.model.Cell;

/**
 * An edition that has been checked as a whole: every rule can be answered with, and no two rules match one cell.
 *
 * @param edition its name and version
 * @param rules by their ids
 * @param matcher finds the rules of a cell
 */
record PracticeTable(String edition, Map<String, PracticeRule> rules, RuleMatcher matcher) {

    /** @throws UnusablePracticeException with all faults that could be found */
    static PracticeTable read(Resource location) {
        PracticeFile file = PracticeFile.read(location);
        Columns columns = Columns.of(file.table());
        refuseIfAny(location, columns.faults());
        CellWords words = new CellWords(columns);
        Map<String, PracticeRule> rules = new LinkedHashMap<>();
        refuseIfAny(location, readRules(file, columns, words, rules));
        List<Cell> cells = words.cells(file.table());
        RuleMatcher matcher = matcher(location, file);
        refuseIfAny(location, ask(matcher, cells));
        return new PracticeTable(file.edition(), Map.copyOf(rules), matcher);
    }

    /** All rules that match. */
    List<PracticeRule> match(Cell cell) {
        return matcher.match(cell).stream().map(rules::get).toList();
    }

    private static List<String> readRules(
            PracticeFile file, Columns columns, CellWords words, Map<String, PracticeRule> rules) {
        RuleReader reader = new RuleReader(file.edition(), columns);
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

    private static RuleMatcher matcher(Resource location, PracticeFile file) {
        try {
            return new RuleMatcher(file.model(), file.table());
        } catch (DmnEngineException e) {
            throw new UnusablePracticeException(location, List.of("the engine refuses it: " + e.getMessage()));
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

    private static void refuseIfAny(Resource location, Iterable<String> faults) {
        List<String> all = new ArrayList<>();
        faults.forEach(all::add);
        if (!all.isEmpty()) {
            throw new UnusablePracticeException(location, all);
        }
    }
}

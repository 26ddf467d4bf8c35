package org.syncgate.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;

/**
 * What somebody may have entered besides the application: any of the disruptions together with any of the changes.
 *
 * @param disruptions never empty
 * @param changes never empty
 */
record Occasions(Set<Disruption> disruptions, Set<Change> changes) {

    /** As few as tell apart which text is shown when. */
    static Map<String, List<Occasions>> of(Map<Disruption, Map<Change, String>> texts) {
        Map<String, Map<Set<Change>, Set<Disruption>>> grouped = new LinkedHashMap<>();
        texts.forEach((disruption, byChange) -> changes(byChange)
                .forEach((text, changes) -> grouped.computeIfAbsent(text, key -> new LinkedHashMap<>())
                        .computeIfAbsent(changes, key -> EnumSet.noneOf(Disruption.class))
                        .add(disruption)));
        Map<String, List<Occasions>> occasions = new LinkedHashMap<>();
        grouped.forEach((text, groups) -> groups.forEach((changes, disruptions) ->
                occasions.computeIfAbsent(text, key -> new ArrayList<>()).add(new Occasions(disruptions, changes))));
        return occasions;
    }

    private static Map<String, Set<Change>> changes(Map<Change, String> texts) {
        Map<String, Set<Change>> changes = new LinkedHashMap<>();
        texts.forEach((change, text) -> changes.computeIfAbsent(text, key -> EnumSet.noneOf(Change.class))
                .add(change));
        return changes;
    }

    /** FEEL conditions that all have to hold; a field that makes no difference is in none of them. */
    Stream<String> conditions() {
        return Stream.concat(
                condition("disruption", disruptions, Disruption::text, Disruption.values().length),
                condition("change", changes, Change::text, Change.values().length));
    }

    private static <T> Stream<String> condition(String field, Set<T> values, Function<T, String> text, int all) {
        if (values.size() == all) {
            return Stream.empty();
        }
        String condition = values.stream()
                .map(value -> field + " = \"" + text.apply(value) + "\"")
                .collect(Collectors.joining(" or "));
        return Stream.of(values.size() == 1 ? condition : "(" + condition + ")");
    }
}

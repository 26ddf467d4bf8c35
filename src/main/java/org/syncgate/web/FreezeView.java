package org.syncgate.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.syncgate.model.Moments;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeOverride;

/**
 * A freeze as its page shows it; all texts are for people.
 *
 * @param lifted when, by whom and why it was lifted; empty where it was not
 */
record FreezeView(
        String id,
        String scope,
        String from,
        String to,
        String mood,
        String standing,
        String reason,
        String who,
        String setAt,
        String lifted,
        List<Pass> overrides) {

    /** One request that may pass it. */
    record Pass(String request, String words) {}

    /** @param names of all who set, lift and override by their ids */
    static FreezeView of(Freeze freeze, Collection<FreezeOverride> overrides, Map<String, String> names, Instant now) {
        return new FreezeView(
                freeze.id().text(),
                freeze.terms().scope().words(),
                Moments.time(freeze.terms().from()),
                Moments.time(freeze.terms().to()),
                freeze.isInForce(now) ? "failed" : freeze.isOver(now) ? "quiet" : "waiting",
                standing(freeze, now),
                freeze.terms().reason(),
                names.getOrDefault(freeze.who(), freeze.who()),
                Moments.time(freeze.setAt()),
                freeze.lifted()
                        .map(lift -> Moments.time(lift.at()) + " by " + names.getOrDefault(lift.who(), lift.who())
                                + ": " + lift.reason())
                        .orElse(""),
                overrides.stream()
                        .filter(override -> override.freeze().equals(freeze.id()))
                        .map(override -> pass(override, names))
                        .toList());
    }

    /** Whose names it shows. */
    static Stream<String> people(Freeze freeze) {
        return Stream.concat(Stream.of(freeze.who()), freeze.lifted().stream().map(lift -> lift.who()));
    }

    private static String standing(Freeze freeze, Instant now) {
        if (freeze.lifted().isPresent()) {
            return "Lifted";
        }
        return freeze.isOver(now) ? "Over" : freeze.isInForce(now) ? "In force" : "To come";
    }

    private static Pass pass(FreezeOverride override, Map<String, String> names) {
        return new Pass(
                override.request().text(),
                (override.agreement() > 1 ? "agreement " + override.agreement() + ", " : "")
                        + Moments.time(override.at()) + " by " + names.getOrDefault(override.who(), override.who())
                        + ": " + override.reason());
    }
}

package org.syncgate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.process.Choice;
import org.syncgate.process.Markdown;
import org.syncgate.window.Freeze;
import org.syncgate.window.Freezes;
import org.syncgate.window.ServiceLookup;

/**
 * What the start form says of an application that is frozen at the moment. It can be asked for all the same: a request
 * may outlive the freeze.
 */
@Component
class FreezeWarning {

    private final Freezes freezes;
    private final ServiceLookup services;
    private final ObjectMapper json;
    private final Clock clock;

    FreezeWarning(Freezes freezes, ServiceLookup services, ObjectMapper json, Clock clock) {
        this.freezes = freezes;
        this.services = services;
        this.json = json;
        this.clock = clock;
    }

    /** Markdown texts, one for each freeze that covers any of these, each with its FEEL condition; none where none does. */
    Map<String, String> of(List<Choice> choices) {
        Map<String, String> conditions = new LinkedHashMap<>();
        for (Freeze freeze : freezes.inForce(clock.instant())) {
            List<String> covered = choices.stream()
                    .filter(choice -> freeze.covers(choice.application(), services))
                    .map(Choice::text)
                    .toList();
            if (!covered.isEmpty()) {
                conditions.put(words(freeze), Feel.isOneOf("application", covered, json));
            }
        }
        return conditions;
    }

    private static String words(Freeze freeze) {
        return "**Frozen until " + Moments.time(freeze.terms().to()) + "** by [" + freeze.id() + "](/freezes), "
                + freeze.terms().scope().words() + ": "
                + Markdown.escape(freeze.terms().reason())
                + "\n\nYou can ask for it all the same: the request waits until the freeze is over, or until a member of"
                + " syncgate-admins lifts it or overrides it, if it does not expire before.";
    }
}

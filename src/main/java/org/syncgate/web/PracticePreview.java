package org.syncgate.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.model.Disruption;
import org.syncgate.model.Moments;
import org.syncgate.policy.PracticeWords;
import org.syncgate.process.Deployable;
import org.syncgate.process.Offer;

/**
 * What the start form says of the practice before anybody presses Start. A form cannot ask the server while it is
 * filled in, so it bears every answer, each with the FEEL condition under which it is shown.
 */
@Component
class PracticePreview {

    private final ObjectMapper json;
    private final Clock clock;

    PracticePreview(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** Markdown texts, each with its condition. Applications that share an answer share its text. */
    Map<String, String> of(List<Deployable> deployables) {
        Instant now = clock.instant();
        Map<String, Map<Disruption, List<String>>> choices = new LinkedHashMap<>();
        for (Deployable deployable : deployables) {
            deployable
                    .offers()
                    .forEach((disruption, offer) -> choices.computeIfAbsent(
                                    words(offer, now), words -> new LinkedHashMap<>())
                            .computeIfAbsent(disruption, key -> new ArrayList<>())
                            .add(deployable.choice().text()));
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        choices.forEach((words, byDisruption) -> conditions.put(
                words,
                byDisruption.entrySet().stream()
                        .map(entry -> condition(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(" or "))));
        return conditions;
    }

    private static String words(Offer offer, Instant now) {
        if (offer instanceof Offer.Walks walks) {
            String earliest =
                    walks.earliest().isZero() ? "at once" : "not before " + Moments.time(now.plus(walks.earliest()));
            return "**Practice:** " + PracticeWords.sentence(walks.practice()) + "\n\n**Earliest sync:** " + earliest
                    + ".";
        }
        return "**It would be refused.** " + ((Offer.Refuses) offer).why();
    }

    private String condition(Disruption disruption, List<String> choices) {
        return "(disruption = \"" + disruption.text() + "\" and list contains(" + list(choices) + ", application))";
    }

    private String list(List<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts can be written", e);
        }
    }
}

package org.syncgate.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.syncgate.model.Change;
import org.syncgate.model.Disruption;
import org.syncgate.model.Moments;
import org.syncgate.model.Practice;
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
        Map<String, Map<Occasions, List<String>>> choices = new LinkedHashMap<>();
        for (Deployable deployable : deployables) {
            Occasions.of(words(deployable, now))
                    .forEach((words, all) ->
                            all.forEach(occasions -> choices.computeIfAbsent(words, key -> new LinkedHashMap<>())
                                    .computeIfAbsent(occasions, key -> new ArrayList<>())
                                    .add(deployable.choice().text())));
        }
        Map<String, String> conditions = new LinkedHashMap<>();
        choices.forEach((words, byOccasions) -> conditions.put(
                words,
                byOccasions.entrySet().stream()
                        .map(entry -> condition(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(" or "))));
        return conditions;
    }

    private static Map<Disruption, Map<Change, String>> words(Deployable deployable, Instant now) {
        Map<Disruption, Map<Change, String>> words = new EnumMap<>(Disruption.class);
        deployable.offers().forEach((disruption, offers) -> {
            Map<Change, String> byChange = new EnumMap<>(Change.class);
            offers.forEach((change, offer) -> byChange.put(change, words(offer, now)));
            words.put(disruption, byChange);
        });
        return words;
    }

    private static String words(Offer offer, Instant now) {
        if (offer instanceof Offer.Walks walks) {
            return "**Practice:** " + PracticeWords.sentence(walks.practice()) + "\n\n**Earliest sync:** "
                    + earliest(walks, now) + "."
                    + walks.advice().map(advice -> "\n\n**Advice:** " + advice).orElse("");
        }
        return "**It would be refused.** " + ((Offer.Refuses) offer).why();
    }

    private static String earliest(Offer.Walks walks, Instant now) {
        String occasion = occasion(walks.practice());
        if (!walks.earliest().isZero() || !occasion.isEmpty()) {
            return "not before " + Moments.time(now.plus(walks.earliest())) + occasion;
        }
        return walks.practice().approvals().isEmpty() ? "at once" : "as soon as it is approved";
    }

    private static String occasion(Practice practice) {
        if (practice.window()) {
            return ", in the first maintenance window that leaves time for it";
        }
        return practice.needsAgreedTime() ? ", at a time out of hours that all agree on" : "";
    }

    private String condition(Occasions occasions, List<String> choices) {
        return Stream.concat(occasions.conditions(), Stream.of(Feel.isOneOf("application", choices, json)))
                .collect(Collectors.joining(" and ", "(", ")"));
    }
}

package org.syncgate.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;

/** A practice in one plain sentence, as the start form and the record show it. */
public final class PracticeWords {

    private static final Quorum RELEASE_MANAGER = new Quorum("release-managers", 1);

    private PracticeWords() {}

    /**
     * For instance "Release manager's okay, 24 hours' notice at least, announced on #rsp-team." Channels and
     * stakeholders that the table leaves to the service are called the service's own.
     */
    public static String sentence(Practice practice) {
        List<String> parts = new ArrayList<>();
        parts.add(way(practice));
        approvals(practice).ifPresent(parts::add);
        if (practice.window() && practice.path() != Path.MAINTENANCE_WINDOW) {
            parts.add("in a maintenance window");
        }
        if (!practice.minimumNotice().isZero()) {
            parts.add(duration(practice.minimumNotice()) + " notice at least");
        }
        if (!practice.channels().isEmpty()) {
            parts.add("announced on " + listed(practice.channels(), word -> own(word, "the service's own channels")));
        }
        String sentence = String.join(", ", parts) + ".";
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String way(Practice practice) {
        String words = practice.path().words();
        if (practice.coordinateWith().isEmpty()) {
            return words;
        }
        String groups = listed(practice.coordinateWith(), word -> own(word, "the service's stakeholders"));
        return practice.path() == Path.OUT_OF_HOURS
                ? words + " with " + groups
                : words + ", in co-ordination with " + groups;
    }

    /** The path's own words say already that one release manager is asked. */
    private static Optional<String> approvals(Practice practice) {
        List<String> counts = practice.approvals().stream()
                .filter(quorum -> practice.path() != Path.RELEASE_MANAGER_APPROVAL || !quorum.equals(RELEASE_MANAGER))
                .map(quorum -> quorum.count() + " of " + quorum.group())
                .toList();
        return counts.isEmpty() ? Optional.empty() : Optional.of("approved by " + listed(counts, word -> word));
    }

    /** In the genitive, as "24 hours'"; in days only beyond one, because a day's notice is commonly told in hours. */
    private static String duration(Duration duration) {
        if (duration.toDays() > 1 && duration.equals(Duration.ofDays(duration.toDays()))) {
            return genitive(duration.toDays(), "day");
        }
        if (duration.equals(Duration.ofHours(duration.toHours()))) {
            return genitive(duration.toHours(), "hour");
        }
        return duration.equals(Duration.ofMinutes(duration.toMinutes()))
                ? genitive(duration.toMinutes(), "minute")
                : genitive(duration.toSeconds(), "second");
    }

    private static String genitive(long count, String unit) {
        return count + " " + unit + (count == 1 ? "'s" : "s'");
    }

    private static String own(String word, String meaning) {
        return word.equals(Practice.OWN) ? meaning : word;
    }

    private static String listed(List<String> words, UnaryOperator<String> wording) {
        List<String> all = words.stream().map(wording).toList();
        int last = all.size() - 1;
        return last == 0
                ? all.get(0)
                : all.subList(0, last).stream().collect(Collectors.joining(", ", "", " and ")) + all.get(last);
    }
}

package org.syncgate.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.syncgate.model.Moments;
import org.syncgate.record.Kind;
import org.syncgate.request.Wish;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Windows;

/** Extends windows. The coordinator writes by how much and why in one line, since the task has one field for their words. */
@Component
class Extensions {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{1,3})\\s*(m|min|minutes?|h|hours?)\\b[\\s:,.;–-]*(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Duration LONGEST = Duration.ofHours(8);

    private final Windows windows;
    private final NewTimes newTimes;
    private final Clock clock;

    Extensions(Windows windows, NewTimes newTimes, Clock clock) {
        this.windows = windows;
        this.newTimes = newTimes;
        this.clock = clock;
    }

    /** @throws Refused if it cannot be read, is too long, or the calendar's next window would begin before its end */
    void extend(MaintenanceWindow window, String who, String message) {
        Matcher written = WRITTEN.matcher(message);
        if (!written.matches() || Wish.length(written.group(3)) < Wish.MIN_REASON) {
            throw new Refused("Write first by how long, then in at least " + Wish.MIN_REASON
                    + " characters why, for instance: 30 minutes: the schema migration takes longer.");
        }
        Duration length = written.group(2).toLowerCase(Locale.ROOT).startsWith("h")
                ? Duration.ofHours(Long.parseLong(written.group(1)))
                : Duration.ofMinutes(Long.parseLong(written.group(1)));
        if (length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new Refused(
                    "A window is extended by at least a minute and at most " + LONGEST.toHours() + " hours at once.");
        }
        Instant end = window.endsAt().plus(length);
        if (!end.isAfter(clock.instant())) {
            throw new Refused("It would end at " + Moments.time(end) + ", which is past. Extend it by more than that.");
        }
        Optional<String> clash = newTimes.clash(window, window.startsAt(), end);
        if (clash.isPresent()) {
            throw new Refused(clash.orElseThrow());
        }
        windows.save(
                window.extendTo(end),
                Kind.WINDOW_EXTENDED,
                who,
                "By " + Times.words(length) + ", to " + Moments.time(end) + ": " + written.group(3));
    }
}

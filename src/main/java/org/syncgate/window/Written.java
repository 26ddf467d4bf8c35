package org.syncgate.window;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** How dates, times and lengths are written in the configuration; empty where something else is written. */
final class Written {

    private static final Pattern TIME = Pattern.compile("[0-9]{2}:[0-9]{2}");
    private static final Pattern WITHOUT_UNIT = Pattern.compile("[+-]?[0-9]+");

    private Written() {}

    /** A region with its own clocks, for instance America/Santiago. */
    static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    /** For instance 15:00. */
    static Optional<LocalTime> time(String text) {
        try {
            return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For instance 2026-12-24. */
    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.ISO_LOCAL_DATE));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For instance MON. */
    static Optional<DayOfWeek> day(String text) {
        return text.length() == 3
                ? Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().startsWith(text))
                        .findFirst()
                : Optional.empty();
    }

    /** For instance 3h, 2d or PT90M, in whole minutes and not longer than a year. */
    static Optional<Duration> duration(String text) {
        try {
            return Optional.of(text)
                    .filter(written -> !WITHOUT_UNIT.matcher(written).matches())
                    .map(DurationStyle::detectAndParse)
                    .filter(length -> length.equals(Duration.ofMinutes(length.toMinutes())))
                    .filter(length -> length.compareTo(Duration.ofDays(365)) <= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

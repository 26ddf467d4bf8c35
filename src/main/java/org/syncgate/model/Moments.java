package org.syncgate.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How moments are written for people: in UTC, and saying so, since readers sit in several zones. */
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Moments() {}

    /** To the minute, for instance "2 Jan 2026 03:04 UTC". */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** To the second. */
    public static String exactTime(Instant instant) {
        return EXACT.format(instant);
    }

    /** The day alone, for instance "2 Jan 2026". */
    public static String day(Instant instant) {
        return DAY.format(instant);
    }
}

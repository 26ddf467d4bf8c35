package org.syncgate.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How lengths of time are written for people. */
final class Times {

    private Times() {}

    /** For instance "2 minutes" or "1 hour 30 minutes"; in days only beyond one, because a day is commonly told in hours. */
    static String words(Duration duration) {
        List<String> parts = new ArrayList<>();
        boolean inDays = duration.toDays() > 1;
        add(parts, inDays ? duration.toDays() : 0, "day");
        add(parts, inDays ? duration.toHoursPart() : duration.toHours(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        return parts.isEmpty() ? "no time" : String.join(" ", parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}

package org.syncgate.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the usual rules are said. */
final class RuleWords {

    private static final Pattern WEEKLY = Pattern.compile("FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=([A-Z]{2}(?:,[A-Z]{2})*)");
    private static final Pattern MONTHLY = Pattern.compile("FREQ=MONTHLY;BYDAY=\\+?([1-4]|-1)([A-Z]{2})");
    private static final Map<String, String> ORDINALS =
            Map.of("1", "first", "2", "second", "3", "third", "4", "fourth", "-1", "last");

    private RuleWords() {}

    /** Empty where the rule is harder to say than to read. */
    static Optional<String> of(String rule) {
        if (rule.equals("FREQ=DAILY")) {
            return Optional.of("every day");
        }
        Matcher weekly = WEEKLY.matcher(rule);
        if (weekly.matches()) {
            String days = Arrays.stream(weekly.group(2).split(","))
                    .map(RuleWords::day)
                    .collect(Collectors.joining(", "));
            return Optional.of((weekly.group(1) == null ? "every " : "every second ") + days);
        }
        Matcher monthly = MONTHLY.matcher(rule);
        return monthly.matches()
                ? Optional.of("the " + ORDINALS.get(monthly.group(1)) + " " + day(monthly.group(2)) + " of every month")
                : Optional.empty();
    }

    /** For instance "3 hours" or "1 hour 30 minutes". */
    static String of(Duration duration) {
        List<String> parts = new ArrayList<>();
        add(parts, duration.toHours(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        return parts.isEmpty() ? "less than a minute" : String.join(" ", parts);
    }

    /** A day of the week in full. */
    static String of(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String day(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(code))
                .map(RuleWords::of)
                .findFirst()
                .orElse(code);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}

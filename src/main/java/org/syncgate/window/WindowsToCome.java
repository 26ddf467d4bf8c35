package org.syncgate.window;

import java.time.Instant;
import java.util.Iterator;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** What has to be true of a calendar at the time of the start: there are windows to come, and they keep clear of each other. */
final class WindowsToCome {

    private WindowsToCome() {}

    /** @throws InvalidConfigurationPropertyValueException which Spring Boot tells by the property, with the sentence */
    static void check(String property, WindowCalendar calendar, Instant now) {
        Iterator<Occurrence> windows = calendar.endingAfter(now).iterator();
        if (!windows.hasNext()) {
            throw new InvalidConfigurationPropertyValueException(
                    property + ".rule",
                    calendar.recurrence().rule(),
                    "There is no window within ten years from now: write a rule whose days exist, that has not ended,"
                            + " and whose dates are not all exceptions.");
        }
        Occurrence earlier = windows.next();
        while (windows.hasNext()) {
            Occurrence later = windows.next();
            if (earlier.end().isAfter(later.start())) {
                throw new InvalidConfigurationPropertyValueException(
                        property + ".duration",
                        RuleWords.of(calendar.duration()),
                        "The window of " + earlier.planned() + " would not be over when that of " + later.planned()
                                + " starts: write a shorter duration, or a rule with fewer windows.");
            }
            earlier = later;
        }
    }
}

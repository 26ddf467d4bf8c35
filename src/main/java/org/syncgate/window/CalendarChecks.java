package org.syncgate.window;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.validation.Errors;
import org.syncgate.model.Channels;
import org.syncgate.model.Groups;
import org.syncgate.window.CalendarProperties.OneCalendar;

/** What has to be true of a configured calendar, whatever the time is. */
final class CalendarChecks {

    private final Faults faults;

    CalendarChecks(Errors errors) {
        faults = new Faults(errors);
    }

    void check(List<OneCalendar> calendars) {
        for (int i = 0; i < calendars.size(); i++) {
            check("calendars[" + i + "]", calendars.get(i));
        }
    }

    private void check(String property, OneCalendar calendar) {
        faults.addUnlessOwnName(
                property + ".name", calendar.name(), "write lower-case words with hyphens, like weekly");
        checkRule(property + ".rule", calendar.rule());
        faults.addUnlessDate(property + ".from", calendar.from());
        faults.addUnlessZone(property + ".zone", calendar.zone());
        faults.addUnlessTime(property + ".start", calendar.start());
        checkDuration(property + ".duration", calendar.duration());
        checkLeadTime(property + ".lead-time", calendar.leadTime());
        checkGroup(property + ".confirmed-by", calendar.confirmedBy());
        checkTimeToConfirm(property + ".lead-time", calendar);
        checkChannels(property + ".channels", calendar.channels());
        checkLimit(property + ".at-once", calendar.atOnce());
        checkLimit(property + ".at-once-per-cluster", calendar.atOncePerCluster());
        faults.addUnlessDates(property + ".exceptions", calendar.exceptions());
    }

    private void checkRule(String property, String rule) {
        if (rule.isBlank()) {
            faults.add(property, "is missing: write when there are windows, like FREQ=WEEKLY;BYDAY=TH");
        } else {
            Recurrence.fault(rule).ifPresent(fault -> faults.add(property, "'" + rule + "' " + fault));
        }
    }

    private void checkDuration(String property, String text) {
        Optional<Duration> read =
                Written.duration(text).filter(duration -> !duration.isZero() && !duration.isNegative());
        faults.addIfEmpty(property, text, read, "length of a window", "write whole minutes or hours, like 3h or 90m");
    }

    private void checkLeadTime(String property, String text) {
        Optional<Duration> read = Written.duration(text).filter(duration -> !duration.isNegative());
        faults.addIfEmpty(
                property, text, read, "lead time", "write how long before its start a window is announced, like 2d");
    }

    private void checkTimeToConfirm(String property, OneCalendar calendar) {
        boolean leavesNone =
                Written.duration(calendar.leadTime()).filter(Duration::isZero).isPresent();
        if (leavesNone && !calendar.confirmedBy().isBlank()) {
            faults.add(property, "leaves nobody time to confirm a window before its start: write some hours or days");
        }
    }

    private void checkGroup(String property, String group) {
        if (!group.isBlank() && !Groups.ALL.contains(group)) {
            faults.add(
                    property,
                    "'" + group + "' is no group: write one of " + String.join(", ", Groups.ALL)
                            + ", or leave it out where windows need no confirming");
        }
    }

    private void checkChannels(String property, List<String> channels) {
        if (channels.isEmpty()) {
            faults.add(property, "is missing: name at least one channel, or nobody hears of the windows");
        }
        for (int i = 0; i < channels.size(); i++) {
            if (!Channels.isChannel(channels.get(i))) {
                faults.add(
                        property + "[" + i + "]",
                        "'" + channels.get(i)
                                + "' is no channel; write it in quotes, like \"#com-square\", or a private one by its"
                                + " id, like C0123456789");
            }
        }
    }

    private void checkLimit(String property, int limit) {
        if (limit < 1) {
            faults.add(property, "is " + limit + ", and nothing would be synced: write a number from 1");
        }
    }
}

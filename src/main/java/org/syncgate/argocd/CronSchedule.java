package org.syncgate.argocd;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A schedule of five fields: minute, hour, day of month, month, day of week (0 to 6, Sunday first). It follows
 * github.com/robfig/cron, which Argo CD uses, to the letter: where both days are restricted, either will do. Other
 * readers differ in that, in 7 for Sunday or in what a step means, and would let through what Argo CD then blocks.
 */
record CronSchedule(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");

    /** As far as robfig/cron looks ahead. */
    private static final int YEARS = 5;

    /**
     * Reads a schedule.
     *
     * @throws IllegalArgumentException if it is none
     */
    static CronSchedule parse(String text) {
        String[] fields = text.strip().split("\\s+");
        try {
            if (fields.length != 5) {
                throw new IllegalArgumentException("five fields are needed");
            }
            return new CronSchedule(
                    CronField.parse(fields[0], 0, 59, List.of()),
                    CronField.parse(fields[1], 0, 23, List.of()),
                    CronField.parse(fields[2], 1, 31, List.of()),
                    CronField.parse(fields[3], 1, 12, MONTHS),
                    CronField.parse(fields[4], 0, 6, DAYS));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot read the schedule '" + text + "': " + e.getMessage(), e);
        }
    }

    /** The first time later than the given one; empty where there is none in five years, as for 30 February. */
    Optional<LocalDateTime> next(LocalDateTime after) {
        LocalDateTime earliest = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
        LocalDate end = after.toLocalDate().plusYears(YEARS);
        for (LocalDate day = earliest.toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
            if (falls(day)) {
                LocalDateTime from = day.equals(earliest.toLocalDate()) ? earliest : day.atStartOfDay();
                Optional<LocalDateTime> time = firstOfDay(from);
                if (time.isPresent()) {
                    return time;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDateTime> firstOfDay(LocalDateTime from) {
        for (int h = hour.values().nextSetBit(from.getHour());
                h >= 0;
                h = hour.values().nextSetBit(h + 1)) {
            int m = minute.values().nextSetBit(h == from.getHour() ? from.getMinute() : 0);
            if (m >= 0) {
                return Optional.of(from.toLocalDate().atTime(h, m));
            }
        }
        return Optional.empty();
    }

    private boolean falls(LocalDate day) {
        boolean byDate = dayOfMonth.has(day.getDayOfMonth());
        boolean byWeekday = dayOfWeek.has(day.getDayOfWeek().getValue() % 7);
        boolean byDay = dayOfMonth.any() || dayOfWeek.any() ? byDate && byWeekday : byDate || byWeekday;
        return month.has(day.getMonthValue()) && byDay;
    }
}

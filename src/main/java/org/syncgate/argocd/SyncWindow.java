package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sync window of an AppProject that can be read.
 *
 * @param allow whether it lets syncs through while it is active; else it holds them back
 * @param schedule when it becomes active
 * @param duration for how long
 * @param zone where the schedule is local
 * @param manual whether people may sync although it is against it
 */
record SyncWindow(boolean allow, CronSchedule schedule, Duration duration, ZoneId zone, boolean manual) {

    /**
     * Reads an item of {@code spec.syncWindows}.
     *
     * @throws IllegalArgumentException with a few words, if it cannot be read
     */
    static SyncWindow of(JsonNode json) {
        String kind = Json.text(json.path("kind"));
        if (!kind.equals("allow") && !kind.equals("deny")) {
            throw new IllegalArgumentException("cannot read the kind '" + kind + "'");
        }
        CronSchedule schedule = CronSchedule.parse(Json.text(json.path("schedule")));
        if (schedule.next(LocalDateTime.of(2000, 1, 1, 0, 0)).isEmpty()) {
            throw new IllegalArgumentException(
                    "the schedule '" + Json.text(json.path("schedule")) + "' names no day that there is");
        }
        return new SyncWindow(
                kind.equals("allow"),
                schedule,
                GoDuration.parse(Json.text(json.path("duration"))),
                zone(Json.text(json.path("timeZone"))),
                json.path("manualSync").asBoolean());
    }

    /** Argo CD takes UTC for a zone that it does not know; we would rather not guess. */
    private static ZoneId zone(String name) {
        if (name.isEmpty()) {
            return ZoneId.of("UTC");
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("does not know the time zone '" + name + "'");
        }
        return ZoneId.of(name);
    }

    /** Whether it has begun and is not over, by the wall clock, as Argo CD sees it. */
    boolean active(Instant now) {
        LocalDateTime time = LocalDateTime.ofInstant(now, zone);
        return schedule.next(time.minus(duration)).filter(time::isAfter).isPresent();
    }

    /** The next times at which it may begin or end. */
    Stream<Instant> changes(Instant now) {
        LocalDateTime time = LocalDateTime.ofInstant(now, zone);
        Optional<LocalDateTime> begin = schedule.next(time);
        Optional<LocalDateTime> end = schedule.next(time.minus(duration)).map(start -> start.plus(duration));
        return Stream.of(begin, end)
                .flatMap(Optional::stream)
                .map(change -> change.atZone(zone).toInstant())
                .filter(now::isBefore);
    }
}

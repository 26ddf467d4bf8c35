package org.syncgate.window;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.syncgate.model.WindowId;

/**
 * One occurrence of a calendar, as it is kept. It is immutable; each step from one status to the next is a method that
 * refuses where the present status does not permit it.
 *
 * @param id the calendar and the planned date, also after it was moved
 * @param startsAt when work may start: as planned, or moved to
 * @param endsAt from when nothing more is granted: as planned, moved to or extended to
 * @param moved whether somebody moved it to another time
 * @param status how far it is
 * @param coordinator who coordinates it, by their id; empty as long as nobody has taken it
 * @param announced whether its announcement ahead has been written
 * @param startedAt when its coordinator marked work start; empty until then
 * @param overAt when it ended or was skipped; empty until then
 */
public record MaintenanceWindow(
        WindowId id,
        Instant startsAt,
        Instant endsAt,
        boolean moved,
        Status status,
        Optional<String> coordinator,
        boolean announced,
        Optional<Instant> startedAt,
        Optional<Instant> overAt) {

    /** How far a window is. */
    public enum Status {
        /** It takes requests; where its calendar asks for it, it has still to be confirmed. */
        PLANNED("planned"),
        /** It takes place. */
        CONFIRMED("confirmed"),
        /** Its coordinator has marked work start. */
        UNDER_WAY("under way"),
        /** It is over. */
        ENDED("ended"),
        /** It does not take place. */
        SKIPPED("skipped");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /** A word or two for people. */
        public String words() {
            return words;
        }
    }

    public MaintenanceWindow {
        if (!endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException(id + " has to end after it starts");
        }
        if ((status == Status.ENDED || status == Status.SKIPPED) != overAt.isPresent()) {
            throw new IllegalArgumentException(id + " is over since some moment, or is not over");
        }
    }

    /** As the calendar plans it. */
    public static MaintenanceWindow planned(Occurrence occurrence) {
        return new MaintenanceWindow(
                occurrence.id(),
                occurrence.start(),
                occurrence.end(),
                false,
                Status.PLANNED,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it is neither ended nor skipped. */
    public boolean isOpen() {
        return overAt.isEmpty();
    }

    /** Whether work has started and neither the planned nor an extended end has come: only then is anything granted. */
    public boolean grantsAt(Instant now) {
        return status == Status.UNDER_WAY && now.isBefore(endsAt);
    }

    /** How long it is planned to be; extensions count. */
    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }

    public MaintenanceWindow confirm() {
        require(status == Status.PLANNED);
        return with(startsAt, endsAt, moved, Status.CONFIRMED, overAt);
    }

    /** Moves it, with its length, and confirms it by that. */
    public MaintenanceWindow move(Instant newStart) {
        require(status == Status.PLANNED);
        return with(newStart, newStart.plus(length()), true, Status.CONFIRMED, overAt);
    }

    public MaintenanceWindow skip(Instant now) {
        require(status == Status.PLANNED);
        return with(startsAt, endsAt, moved, Status.SKIPPED, Optional.of(now));
    }

    /** Somebody takes it, or takes it over. */
    public MaintenanceWindow takenBy(String who) {
        require(isOpen());
        return new MaintenanceWindow(
                id, startsAt, endsAt, moved, status, Optional.of(who), announced, startedAt, overAt);
    }

    public MaintenanceWindow announce() {
        require(isOpen());
        return new MaintenanceWindow(id, startsAt, endsAt, moved, status, coordinator, true, startedAt, overAt);
    }

    public MaintenanceWindow start(Instant now) {
        require(status == Status.CONFIRMED && coordinator.isPresent());
        return new MaintenanceWindow(
                id, startsAt, endsAt, moved, Status.UNDER_WAY, coordinator, announced, Optional.of(now), overAt);
    }

    public MaintenanceWindow extendTo(Instant end) {
        require(status == Status.UNDER_WAY && end.isAfter(endsAt));
        return with(startsAt, end, moved, status, overAt);
    }

    public MaintenanceWindow end(Instant now) {
        require(isOpen());
        return with(startsAt, endsAt, moved, Status.ENDED, Optional.of(now));
    }

    private MaintenanceWindow with(
            Instant startsAt, Instant endsAt, boolean moved, Status status, Optional<Instant> overAt) {
        return new MaintenanceWindow(id, startsAt, endsAt, moved, status, coordinator, announced, startedAt, overAt);
    }

    private void require(boolean permitted) {
        if (!permitted) {
            throw new IllegalStateException(id + " is " + status.words() + ", which does not permit that");
        }
    }
}

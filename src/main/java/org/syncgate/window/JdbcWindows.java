package org.syncgate.window;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;

@Repository
class JdbcWindows implements Windows {

    private static final String COLUMNS =
            "calendar, planned, starts_at, ends_at, moved, status, coordinator, announced, started_at, over_at";

    private static final String SELECT = "select " + COLUMNS + " from syncgate.maintenance_window ";

    private static final String INSERT = "insert into syncgate.maintenance_window (" + COLUMNS + """
            ) values (:calendar, :planned, :startsAt, :endsAt, :moved, :status, :coordinator, :announced, :startedAt,
                :overAt)
            on conflict do nothing
            """;

    private static final String UPDATE = """
            update syncgate.maintenance_window
            set starts_at = :startsAt, ends_at = :endsAt, moved = :moved, status = :status, coordinator = :coordinator,
                announced = :announced, started_at = :startedAt, over_at = :overAt
            where calendar = :calendar and planned = :planned
            """;

    private final JdbcClient jdbc;
    private final WindowPlaces places;
    private final WindowWork work;
    private final Records records;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcWindows(
            JdbcClient jdbc,
            WindowPlaces places,
            WindowWork work,
            Records records,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.work = work;
        this.records = records;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean open(MaintenanceWindow window) {
        boolean opened = WindowRows.bind(jdbc.sql(INSERT), window).update() == 1;
        if (opened) {
            record(window, Kind.WINDOW_OPENED, Entry.SYNCGATE, "");
        }
        return opened;
    }

    @Override
    public void save(MaintenanceWindow window, Kind kind, String who, String why) {
        WindowRows.bind(jdbc.sql(UPDATE), window).update();
        record(window, kind, who, why);
    }

    @Override
    public void record(MaintenanceWindow window, Kind kind, String who, String why) {
        records.append(new Entry(clock.instant(), window.id(), Optional.empty(), kind, who, why, List.of()));
        events.publishEvent(new WindowRecorded(window, kind, who, why));
        events.publishEvent(new WindowMoved(window.id()));
    }

    @Override
    public Optional<MaintenanceWindow> lock(WindowId id) {
        return one("for update", id);
    }

    @Override
    public Optional<MaintenanceWindow> find(WindowId id) {
        return one("", id);
    }

    @Override
    public List<MaintenanceWindow> endingAfter(String calendar, Instant moment) {
        return jdbc.sql(SELECT + """
                        where calendar = :calendar and (over_at is null or ends_at > :moment)
                        order by starts_at
                        """)
                .param("calendar", calendar)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(WindowRows.WINDOW)
                .list();
    }

    @Override
    public List<MaintenanceWindow> open() {
        return jdbc.sql(SELECT + "where over_at is null order by starts_at, calendar")
                .query(WindowRows.WINDOW)
                .list();
    }

    @Override
    public List<MaintenanceWindow> over(int atMost) {
        return jdbc.sql(SELECT + "where over_at is not null order by over_at desc limit :atMost")
                .param("atMost", atMost)
                .query(WindowRows.WINDOW)
                .list();
    }

    @Override
    public void join(RequestId request, WindowId window) {
        places.join(request, window);
        moved(window);
    }

    @Override
    public void leave(RequestId request, String why) {
        places.of(request).map(Place::window).ifPresent(this::moved);
        places.leave(request, why);
    }

    @Override
    public void hold(RequestId request, Optional<String> why) {
        places.of(request).map(Place::window).ifPresent(this::moved);
        places.hold(request, why);
    }

    @Override
    public Optional<Place> placeOf(RequestId request) {
        return places.of(request);
    }

    @Override
    public List<Place> places(WindowId window) {
        return places.in(window);
    }

    @Override
    public Map<WindowId, Integer> sizes(Collection<WindowId> windows) {
        return places.sizes(windows);
    }

    @Override
    public List<Departure> departures(WindowId window) {
        return places.departures(window);
    }

    @Override
    public Set<WindowId> leftBy(RequestId request) {
        return places.leftBy(request);
    }

    @Override
    public void note(MaintenanceWindow window, String who, String what) {
        work.note(window.id(), who, what);
        record(window, Kind.WORK_NOTED, who, what);
    }

    @Override
    public List<NotedWork> work(WindowId window) {
        return work.of(window);
    }

    private void moved(WindowId window) {
        events.publishEvent(new WindowMoved(window));
    }

    private Optional<MaintenanceWindow> one(String locked, WindowId id) {
        return jdbc.sql(SELECT + "where calendar = :calendar and planned = :planned " + locked)
                .param("calendar", id.calendar())
                .param("planned", id.planned())
                .query(WindowRows.WINDOW)
                .optional();
    }
}

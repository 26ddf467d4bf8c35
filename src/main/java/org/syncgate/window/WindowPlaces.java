package org.syncgate.window;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;

/** Which request is in which window, and which have left one. */
@Repository
class WindowPlaces {

    private static final String SELECT = """
            select calendar, planned, request, joined_at, held from syncgate.window_request
            where left_at is null and
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WindowPlaces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void join(RequestId request, WindowId window) {
        jdbc.sql("""
                        insert into syncgate.window_request (calendar, planned, request, joined_at)
                        values (:calendar, :planned, :request, :now)
                        """)
                .param("calendar", window.calendar())
                .param("planned", window.planned())
                .param("request", request.text())
                .param("now", WindowRows.time(clock.instant()))
                .update();
    }

    void leave(RequestId request, String why) {
        jdbc.sql("""
                        update syncgate.window_request set left_at = :now, left_why = :why
                        where request = :request and left_at is null
                        """)
                .param("request", request.text())
                .param("now", WindowRows.time(clock.instant()))
                .param("why", why)
                .update();
    }

    void hold(RequestId request, Optional<String> why) {
        jdbc.sql("update syncgate.window_request set held = :why where request = :request and left_at is null")
                .param("request", request.text())
                .param("why", why.orElse(null))
                .update();
    }

    Optional<Place> of(RequestId request) {
        return jdbc.sql(SELECT + " request = :request")
                .param("request", request.text())
                .query(WindowRows.PLACE)
                .optional();
    }

    List<Place> in(WindowId window) {
        return jdbc.sql(SELECT + " calendar = :calendar and planned = :planned order by id")
                .param("calendar", window.calendar())
                .param("planned", window.planned())
                .query(WindowRows.PLACE)
                .list();
    }

    Map<WindowId, Integer> sizes(Collection<WindowId> windows) {
        Map<WindowId, Integer> sizes = new HashMap<>();
        jdbc.sql("""
                        select calendar, planned, count(*) as size from syncgate.window_request
                        where left_at is null and (calendar, planned) in
                            (select wanted.calendar, wanted.planned
                             from unnest(:calendars::text[], :planned::date[]) as wanted (calendar, planned))
                        group by calendar, planned
                        """)
                .param("calendars", windows.stream().map(WindowId::calendar).toArray(String[]::new))
                .param(
                        "planned",
                        windows.stream()
                                .map(window -> window.planned().toString())
                                .toArray(String[]::new))
                .query(row -> {
                    sizes.put(WindowRows.id(row), row.getInt("size"));
                });
        return sizes;
    }

    List<Departure> departures(WindowId window) {
        return jdbc.sql("""
                        select calendar, planned, request, left_at, left_why from syncgate.window_request
                        where left_at is not null and calendar = :calendar and planned = :planned
                        order by left_at, id
                        """)
                .param("calendar", window.calendar())
                .param("planned", window.planned())
                .query(WindowRows.DEPARTURE)
                .list();
    }

    Set<WindowId> leftBy(RequestId request) {
        return jdbc.sql("""
                        select calendar, planned from syncgate.window_request
                        where left_at is not null and request = :request
                        """)
                .param("request", request.text())
                .query((row, number) -> WindowRows.id(row))
                .set();
    }
}

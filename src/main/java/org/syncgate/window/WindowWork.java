package org.syncgate.window;

import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.syncgate.model.WindowId;

/** What else was worked on in windows. */
@Repository
class WindowWork {

    private final JdbcClient jdbc;
    private final Clock clock;

    WindowWork(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void note(WindowId window, String who, String what) {
        jdbc.sql("""
                        insert into syncgate.window_work (calendar, planned, at, who, what)
                        values (:calendar, :planned, :now, :who, :what)
                        """)
                .param("calendar", window.calendar())
                .param("planned", window.planned())
                .param("now", WindowRows.time(clock.instant()))
                .param("who", who)
                .param("what", what)
                .update();
    }

    List<NotedWork> of(WindowId window) {
        return jdbc.sql("""
                        select at, who, what from syncgate.window_work
                        where calendar = :calendar and planned = :planned order by id
                        """)
                .param("calendar", window.calendar())
                .param("planned", window.planned())
                .query(WindowRows.WORK)
                .list();
    }
}

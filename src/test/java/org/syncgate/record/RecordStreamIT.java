package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.EmbeddedDatabase;

/** That an export holds a few entries at a time, and does not need to know what they say. */
@SpringBootTest(classes = RecordDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(EmbeddedDatabase.class)
class RecordStreamIT {

    private static final Period ALL = new Period(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private final RecordExport export;
    private final JdbcClient jdbc;

    @Autowired
    RecordStreamIT(RecordExport export, JdbcClient jdbc) {
        this.export = export;
        this.jdbc = jdbc;
    }

    @Test
    void theRestIsStillInTheDatabaseWhileTheFirstEntriesAreRead() {
        fill("approved");
        List<Integer> cursors = new ArrayList<>();

        export.in(ALL, line -> {
            if (cursors.isEmpty()) {
                cursors.add(openCursors());
            }
        });

        assertThat(cursors).containsExactly(1);
    }

    @Test
    void whoeverBreaksOffLetsTheDatabaseGo() {
        fill("approved");

        assertThatThrownBy(() -> export.in(ALL, line -> {
                    throw new IllegalStateException("the reader is gone");
                }))
                .hasMessage("the reader is gone");
        assertThat(openCursors()).isZero();
    }

    @Test
    void aKindOfALaterVersionIsExportedAsItIs() {
        fill("not-invented-yet");
        List<String> kinds = new ArrayList<>();

        export.in(ALL, line -> kinds.add(line.kind()));

        assertThat(kinds).contains("not-invented-yet");
    }

    private int openCursors() {
        return jdbc.sql("select count(*) from pg_cursors where statement like 'select * from syncgate.record%'")
                .query(Integer.class)
                .single();
    }

    private void fill(String kind) {
        jdbc.sql("""
                        insert into syncgate.record (at, subject, kind, who, why, revisions)
                        select timestamptz '2026-01-01Z', 'r-22222222', :kind, 'ada', '', '{}' from generate_series(1, 2000)
                        """).param("kind", kind).update();
    }
}

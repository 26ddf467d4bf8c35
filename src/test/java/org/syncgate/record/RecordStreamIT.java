package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.RequestId;

/** That an export holds a few entries at a time and nothing of the database, and does not need to know what they say. */
@SpringBootTest(classes = RecordDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(EmbeddedDatabase.class)
class RecordStreamIT {

    private static final int FEW = JdbcRecordExport.PAGE;
    private static final int MANY = 4 * FEW;

    private static final Period ALL = new Period(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private final RecordExport export;
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TableOwner owner;

    @Autowired
    RecordStreamIT(RecordExport export, HikariDataSource pool, JdbcClient jdbc, TableOwner owner) {
        this.export = export;
        this.pool = pool;
        this.jdbc = jdbc;
        this.owner = owner;
    }

    @Test
    void whileAReaderTakesItsTimeNoConnectionIsHeldForIt() {
        RequestId request = RequestId.random();
        fill(request, "approved", MANY);
        TreeSet<Integer> held = new TreeSet<>();

        export.of(request, line -> held.add(connections()));
        export.in(ALL, line -> held.add(connections()));

        assertThat(held).containsExactly(0);
    }

    @Test
    void theRestIsStillInTheDatabaseWhileTheFirstEntriesAreRead() throws SQLException {
        RequestId request = RequestId.random();
        fill(request, "approved", FEW);
        try (Connection slow = pool.getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("insert into syncgate.record (at, subject, kind, who, why, revisions) values"
                    + " ('2026-01-01Z', '" + request.text() + "', 'rejected', 'ada', '', '{}')");
            fill(request, "approved", FEW);
            List<RecordLine> lines = new ArrayList<>();

            export.of(request, line -> {
                if (lines.isEmpty()) {
                    commit(slow);
                }
                lines.add(line);
            });

            assertThat(lines)
                    .as("what was kept meanwhile, and ahead of the reader, is read in its place")
                    .hasSize(2 * FEW + 1)
                    .isSortedAccordingTo((one, other) -> Long.compare(one.id(), other.id()));
            assertThat(lines.get(FEW).kind()).isEqualTo("rejected");
        }
    }

    @Test
    void whatIsKeptWithAHigherNumberAfterItHasBegunIsLeftToTheNextExport() {
        RequestId request = RequestId.random();
        fill(request, "approved", FEW);
        List<RecordLine> lines = new ArrayList<>();

        export.of(request, line -> {
            if (lines.isEmpty()) {
                fill(request, "rejected", 1);
            }
            lines.add(line);
        });

        assertThat(lines).hasSize(FEW).extracting(RecordLine::kind).containsOnly("approved");
    }

    @Test
    void whoeverBreaksOffLetsTheDatabaseGo() {
        RequestId request = RequestId.random();
        fill(request, "approved", MANY);

        assertThatThrownBy(() -> export.of(request, line -> {
                    throw new IllegalStateException("the reader is gone");
                }))
                .hasMessage("the reader is gone");
        assertThat(connections()).isZero();
    }

    @Test
    void pagesJoinWithoutAGapOrAnOverlap() {
        for (int entries : List.of(0, 1, FEW - 1, FEW, FEW + 1, 2 * FEW)) {
            RequestId request = RequestId.random();
            fill(request, "approved", entries);
            List<Long> numbers = new ArrayList<>();

            export.of(request, line -> numbers.add(line.id()));

            assertThat(numbers).hasSize(entries).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void aPeriodIsFoundWithoutReadingTheWholeRecord() {
        jdbc.sql("""
                        insert into syncgate.record (at, subject, kind, who, why, revisions)
                        select timestamptz '1990-01-01Z' + n * interval '1 hour', 'r-22222222', 'approved', 'ada', '', '{}'
                        from generate_series(1, 20000) n
                        """).update();
        owner.sql().sql("analyze syncgate.record").update();

        List<String> plan = jdbc.sql("explain " + JdbcRecordExport.numbers(JdbcRecordExport.IN_PERIOD))
                .param("from", Instant.parse("1991-01-01T00:00:00Z").atOffset(ZoneOffset.UTC))
                .param("to", Instant.parse("1991-01-02T00:00:00Z").atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();

        assertThat(plan).anySatisfy(step -> assertThat(step).contains("record_by_time"));
    }

    @Test
    void aKindOfALaterVersionIsExportedAsItIs() {
        RequestId request = RequestId.random();
        fill(request, "not-invented-yet", 1);
        List<String> kinds = new ArrayList<>();

        export.of(request, line -> kinds.add(line.kind()));

        assertThat(kinds).containsExactly("not-invented-yet");
    }

    private int connections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void fill(RequestId request, String kind, int entries) {
        jdbc.sql("""
                        insert into syncgate.record (at, subject, kind, who, why, revisions)
                        select timestamptz '2026-01-01Z', :subject, :kind, 'ada', '', '{}' from generate_series(1, :entries)
                        """)
                .param("subject", request.text())
                .param("kind", kind)
                .param("entries", entries)
                .update();
    }
}

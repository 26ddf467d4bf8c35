package org.syncgate.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;

/** The rows of windows and of what is in them, on a real PostgreSQL. It is Friday 20 November 2026, 18:00 UTC. */
@SpringBootTest(classes = WindowDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class WindowTablesIT {

    private static final Instant NOW = ARequest.OPENED;
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final Windows windows;
    private final Requests requests;
    private final Records records;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;

    @Autowired
    WindowTablesIT(
            Windows windows, Requests requests, Records records, TableOwner owner, TransactionTemplate transaction) {
        this.windows = windows;
        this.requests = requests;
        this.records = records;
        this.owner = owner.sql();
        this.transaction = transaction;
    }

    @Test
    void aWindowIsReadBackAsItStandsAfterEachStep() {
        MaintenanceWindow window = opened();
        assertThat(windows.find(window.id())).contains(window);

        for (MaintenanceWindow next : List.of(
                window.confirm(),
                window.move(window.startsAt().plusSeconds(3600)),
                window.confirm().takenBy("coord").announce(),
                window.confirm().takenBy("coord").start(NOW),
                window.confirm()
                        .takenBy("coord")
                        .start(NOW)
                        .extendTo(window.endsAt().plusSeconds(60)))) {
            windows.save(next, Kind.WINDOW_CONFIRMED, "tel", "Fine");

            assertThat(windows.lock(window.id())).contains(next);
            assertThat(windows.open()).contains(next);
        }
        assertThat(records.of(window.id())).extracting(Entry::kind).startsWith(Kind.WINDOW_OPENED);
    }

    @Test
    void aDateOfACalendarHasOneWindowWhoeverOpensItFirst() throws Exception {
        MaintenanceWindow window = window();
        int people = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(people);
        try {
            List<Future<Boolean>> opening = IntStream.range(0, people)
                    .mapToObj(one -> pool.submit(() -> {
                        start.await();
                        return transaction.execute(status -> windows.open(window));
                    }))
                    .toList();
            start.countDown();
            int opened = 0;
            for (Future<Boolean> one : opening) {
                opened += one.get() ? 1 : 0;
            }

            assertThat(opened).isEqualTo(1);
        } finally {
            pool.shutdown();
        }
        assertThat(records.of(window.id())).hasSize(1);
    }

    @Test
    void aRequestIsInOneWindowAtATimeAndItsDeparturesAreKept() {
        WindowId first = opened().id();
        WindowId second = opened().id();
        RequestId request = request();
        windows.join(request, first);

        assertThatThrownBy(() -> windows.join(request, second)).isInstanceOf(DataAccessException.class);
        assertThat(windows.placeOf(request)).contains(new Place(first, request, NOW, Optional.empty()));

        windows.leave(request, "The window was skipped.");
        windows.join(request, second);

        assertThat(windows.places(first)).isEmpty();
        assertThat(windows.departures(first))
                .containsExactly(new Departure(first, request, NOW, "The window was skipped."));
        assertThat(windows.leftBy(request)).containsExactly(first);
        assertThat(windows.places(second)).extracting(Place::request).containsExactly(request);
    }

    @Test
    void whatIsHeldIsReleasedAndWhatIsNotedIsKept() {
        MaintenanceWindow window = opened();
        RequestId request = request();
        windows.join(request, window.id());

        windows.hold(request, Optional.of("The disk is full"));
        assertThat(windows.placeOf(request).flatMap(Place::held)).contains("The disk is full");
        windows.hold(request, Optional.empty());
        assertThat(windows.placeOf(request).flatMap(Place::held)).isEmpty();

        windows.note(window, "coord", "The switches are replaced");
        assertThat(windows.work(window.id())).containsExactly(new NotedWork(NOW, "coord", "The switches are replaced"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from syncgate.maintenance_window",
                "update syncgate.maintenance_window set planned = planned + 4000",
                "update syncgate.maintenance_window set started_at = started_at - interval '1 hour'",
                "delete from syncgate.window_request",
                "update syncgate.window_request set joined_at = joined_at - interval '1 hour'",
                "delete from syncgate.window_work",
                "update syncgate.window_work set what = 'Nothing'",
                "truncate syncgate.window_work"
            })
    void whatHappenedInAWindowIsNeverRewritten(String rewriting) {
        MaintenanceWindow window = opened();
        windows.save(window.confirm().takenBy("coord").start(NOW), Kind.WORK_STARTED, "coord", "");
        windows.join(request(), window.id());
        windows.note(window, "coord", "The switches are replaced");

        assertThatThrownBy(() -> owner.sql(rewriting).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aWindowThatIsOverStaysAsItIs() {
        MaintenanceWindow window = opened();
        windows.save(window.end(NOW), Kind.WORK_ENDED, "coord", "");

        assertThatThrownBy(() -> windows.save(window, Kind.WINDOW_MOVED, "coord", ""))
                .hasMessageContaining("A maintenance window that is over stays as it is");
        assertThat(windows.open()).extracting(MaintenanceWindow::id).doesNotContain(window.id());
        assertThat(windows.over(100)).extracting(MaintenanceWindow::id).contains(window.id());
    }

    @Test
    void stepsThatItsStatusDoesNotPermitAreRefused() {
        MaintenanceWindow planned = window();
        MaintenanceWindow ended = planned.end(NOW);

        assertThatThrownBy(() -> planned.start(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> planned.confirm().start(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> planned.confirm().skip(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> planned.confirm().move(NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> planned.extendTo(planned.endsAt().plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.takenBy("coord")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ended.end(NOW)).isInstanceOf(IllegalStateException.class);
    }

    private MaintenanceWindow opened() {
        MaintenanceWindow window = window();
        assertThat(windows.open(window)).isTrue();
        return window;
    }

    private static MaintenanceWindow window() {
        LocalDate planned = LocalDate.of(2027, 1, 1).plusDays(DAYS.incrementAndGet());
        Instant start = planned.atStartOfDay(ZoneOffset.UTC).toInstant();
        return MaintenanceWindow.planned(new Occurrence("tested", planned, start, start.plus(Duration.ofHours(3))));
    }

    private RequestId request() {
        RequestId id = RequestId.random();
        Agreement agreement = new Agreement(
                new ApplicationId("idfprod", id.text()), List.of("a"), List.of("b"), "{\"path\": \"tap\"}");
        DeploymentRequest like = ARequest.waiting(agreement);
        assertThat(requests.open(DeploymentRequest.opened(
                        id, like.wish(), agreement, like.practice(), id.text(), like.openedAt(), like.expiresAt())))
                .isEmpty();
        return id;
    }
}

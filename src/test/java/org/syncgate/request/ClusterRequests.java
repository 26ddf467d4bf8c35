package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.record.Kind;

/**
 * The requests of a cluster of its own in the database, and beside them a plain map of what has to be open: one request
 * for an application, or none. Whatever is done is done to both, each time in a transaction of its own.
 */
final class ClusterRequests {

    private final Requests requests;
    private final TransactionTemplate transaction;
    private final ExecutorService people;
    private final String cluster = RequestId.random().text();
    private final Map<String, DeploymentRequest> open = new HashMap<>();
    private final Map<String, DeploymentRequest> beforeItsEnd = new HashMap<>();

    private int refused;
    private int raced;

    ClusterRequests(Requests requests, TransactionTemplate transaction, ExecutorService people) {
        this.requests = requests;
        this.transaction = transaction;
        this.people = people;
    }

    /** How many were refused because another was open. */
    int refused() {
        return refused;
    }

    /** How often several asked at once while none was open. */
    int raced() {
        return raced;
    }

    void opens(String person, String application) {
        DeploymentRequest request = request(person, application);
        Optional<DeploymentRequest> first = opened(request);

        assertThat(first).as("the request in the way").isEqualTo(Optional.ofNullable(open.get(application)));
        refused += first.isPresent() ? 1 : 0;
        open.putIfAbsent(application, request);
    }

    /** Takes a step, where the request stands so that it can be taken. */
    void steps(String application, Kind kind, UnaryOperator<DeploymentRequest> step) {
        Optional<DeploymentRequest> before = Optional.ofNullable(open.get(application));
        Optional<DeploymentRequest> after = before.flatMap(request -> permitted(() -> step.apply(request)));
        after.ifPresent(next -> {
            saves(next.id(), kind, step);
            open.put(application, next);
            if (!next.isOpen()) {
                beforeItsEnd.put(application, before.orElseThrow());
                open.remove(application);
            }
        });
    }

    /** Somebody who has read a request before it ended saves it as they know it. */
    void savesWhatHasEnded(String application) {
        Optional.ofNullable(beforeItsEnd.get(application))
                .ifPresent(outdated -> assertThatThrownBy(() -> transaction.executeWithoutResult(
                                status -> requests.save(outdated, Kind.WAIT_REMINDED, "syncgate", "")))
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("what has ended stays as it is"));
    }

    /** Everybody opens a request at once, and meanwhile the one that is open may end, as the {@code place}th to begin. */
    void openAtOnce(List<String> persons, String application, boolean endsMeanwhile, int place) {
        Optional<DeploymentRequest> before = Optional.ofNullable(open.get(application));
        boolean ends = endsMeanwhile && before.isPresent();
        List<DeploymentRequest> asked =
                persons.stream().map(person -> request(person, application)).toList();
        CyclicBarrier ready = new CyclicBarrier(persons.size() + (ends ? 1 : 0));
        List<Callable<Optional<DeploymentRequest>>> doings = new ArrayList<>();
        asked.forEach(request -> doings.add(() -> opened(request, ready)));
        if (ends) {
            doings.add(place, () -> ended(before.orElseThrow(), ready));
        }
        List<Optional<DeploymentRequest>> inTheWay = allOf(doings);
        if (ends) {
            inTheWay.remove(place);
        }

        List<DeploymentRequest> opened = asked.stream()
                .filter(request -> inTheWay.get(asked.indexOf(request)).isEmpty())
                .toList();
        assertThat(opened).hasSizeLessThanOrEqualTo(1);
        if (!ends) {
            assertThat(opened).hasSize(before.isEmpty() ? 1 : 0);
        }
        assertThat(inTheWay.stream().flatMap(Optional::stream).map(DeploymentRequest::id))
                .isSubsetOf(Stream.concat(before.stream(), opened.stream())
                        .map(DeploymentRequest::id)
                        .toList());
        if (ends) {
            beforeItsEnd.put(application, before.orElseThrow());
            open.remove(application);
        }
        opened.forEach(request -> open.put(application, request));
        raced += before.isEmpty() ? 1 : 0;
    }

    /** What is open is what the map says, asked for in each way. */
    void areAsTheyHaveToBe(List<String> applications) {
        assertThat(requests.open())
                .filteredOn(
                        request -> request.agreement().application().cluster().equals(cluster))
                .containsExactlyInAnyOrderElementsOf(open.values());
        applications.forEach(application ->
                assertThat(requests.openFor(id(application))).isEqualTo(Optional.ofNullable(open.get(application))));
    }

    /** Lest later ones have to be found among those that this one leaves. */
    void end() {
        open.values().forEach(request -> saves(request.id(), Kind.EXPIRED, ClusterRequests::over));
        open.clear();
    }

    /** It is over, however it stands. */
    static DeploymentRequest over(DeploymentRequest request) {
        boolean syncing = request.standing() instanceof Standing.Syncing;
        return request.end(syncing ? Outcome.DEPLOYED : Outcome.WITHDRAWN, "It is over", ARequest.OPENED);
    }

    private static Optional<DeploymentRequest> permitted(Supplier<DeploymentRequest> step) {
        try {
            return Optional.of(step.get());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private void saves(RequestId id, Kind kind, UnaryOperator<DeploymentRequest> step) {
        transaction.executeWithoutResult(
                status -> requests.save(step.apply(requests.lock(id).orElseThrow()), kind, "ada", "As is done here"));
    }

    private Optional<DeploymentRequest> opened(DeploymentRequest request) {
        return transaction.execute(status -> requests.open(request));
    }

    private Optional<DeploymentRequest> opened(DeploymentRequest request, CyclicBarrier ready) {
        return transaction.execute(status -> {
            arrive(ready);
            return requests.open(request);
        });
    }

    /** Answers nothing in the way: it opens none. */
    private Optional<DeploymentRequest> ended(DeploymentRequest request, CyclicBarrier ready) {
        arrive(ready);
        saves(request.id(), Kind.EXPIRED, ClusterRequests::over);
        return Optional.empty();
    }

    private static void arrive(CyclicBarrier ready) {
        try {
            ready.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("Somebody did not begin", e);
        }
    }

    private List<Optional<DeploymentRequest>> allOf(List<Callable<Optional<DeploymentRequest>>> doings) {
        try {
            List<Optional<DeploymentRequest>> answers = new ArrayList<>();
            for (Future<Optional<DeploymentRequest>> doing : people.invokeAll(doings)) {
                answers.add(doing.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("Somebody did not come to an end", e);
        }
    }

    private DeploymentRequest request(String person, String application) {
        Agreement agreement = new Agreement(id(application), List.of("a"), List.of("b"), "{}");
        DeploymentRequest like = ARequest.waiting(agreement);
        Wish wish = like.wish();
        RequestId id = RequestId.random();
        return DeploymentRequest.opened(
                id,
                new Wish(person, wish.disruption(), wish.change(), wish.reason(), wish.ticket()),
                agreement,
                like.practice(),
                id.text(),
                like.openedAt(),
                like.expiresAt());
    }

    private ApplicationId id(String application) {
        return new ApplicationId(cluster, application);
    }
}

package org.syncgate.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.async.DeferredResult;
import org.syncgate.model.RequestId;
import org.syncgate.request.RequestMoved;

/**
 * Calls of machines that wait for the end of a request. They hold no thread, and are answered as soon as it has ended,
 * or as it stands when they have waited for long enough. Where another instance of Syncgate brings a request to its end,
 * this one hears nothing of it, and the call is answered at the end of its wait.
 */
@Component
class EndWaits {

    /** No machine can take all connections, however often it calls. */
    static final int MOST_OF_ONE = 20;

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(EndWaits.class);

    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ApiRequests requests;
    private final Executor executor;

    EndWaits(ApiRequests requests, @Qualifier("waitExecutor") Executor executor) {
        this.requests = requests;
        this.executor = executor;
    }

    /**
     * Answers when the request has ended, or after that time.
     *
     * @throws Refusal if the client waits for too many already
     */
    DeferredResult<ApiRequest> end(String client, RequestId id, Duration atMost) {
        Wait wait = new Wait(client, id, new DeferredResult<>(atMost.toMillis()));
        add(wait);
        wait.result().onCompletion(() -> waits.remove(wait));
        wait.result().onTimeout(() -> answer(wait));
        try {
            // only now: what ends from here on is heard of
            requests.ifOver(id).ifPresent(wait.result()::setResult);
        } catch (RuntimeException e) {
            waits.remove(wait);
            throw e;
        }
        return wait.result();
    }

    private synchronized void add(Wait wait) {
        long waiting = waits.stream()
                .filter(other -> other.client().equals(wait.client()))
                .count();
        if (waiting >= MOST_OF_ONE) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    wait.client() + " waits in " + MOST_OF_ONE + " calls already: let one of them end first.",
                    TRY_AGAIN);
        }
        waits.add(wait);
    }

    /** Not on the thread that has just committed, which has its own work to do. */
    @TransactionalEventListener
    void on(RequestMoved event) {
        if (waitsFor(event.id()).findAny().isPresent()) {
            executor.execute(() -> answerIfOver(event.id()));
        }
    }

    /** Open calls would keep the server from shutting down until its patience is at an end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        waits.forEach(this::answer);
    }

    private Stream<Wait> waitsFor(RequestId id) {
        return waits.stream().filter(wait -> wait.id().equals(id));
    }

    private void answerIfOver(RequestId id) {
        try {
            requests.ifOver(id)
                    .ifPresent(
                            ended -> waitsFor(id).forEach(wait -> wait.result().setResult(ended)));
        } catch (RuntimeException e) {
            LOG.warn("Calls that wait for {} are answered at the end of their wait", id, e);
        }
    }

    private void answer(Wait wait) {
        try {
            wait.result().setResult(requests.of(wait.id()));
        } catch (RuntimeException e) {
            LOG.warn("A call that waits for {} fails", wait.id(), e);
            wait.result().setErrorResult(e);
        }
    }

    private record Wait(String client, RequestId id, DeferredResult<ApiRequest> result) {

        /** Two calls may wait for the same. */
        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}

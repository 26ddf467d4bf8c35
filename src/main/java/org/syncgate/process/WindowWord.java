package org.syncgate.process;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.syncgate.gate.Lineup;
import org.syncgate.gate.Turn;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;
import org.syncgate.request.RequestMoved;
import org.syncgate.window.MaintenanceWindow;
import org.syncgate.window.Place;
import org.syncgate.window.WindowMoved;
import org.syncgate.window.Windows;

/**
 * A window's word to the requests in it: it is your turn, or: look again, you are in this window no longer. Given as soon
 * as something moves; a word that is lost is given again when the window looks after itself.
 */
@Component
class WindowWord {

    private static final Logger LOG = LoggerFactory.getLogger(WindowWord.class);

    private static final String MESSAGE = "windowSpoke";

    private final Windows windows;
    private final Lineup lineup;
    private final RuntimeService runtime;
    private final Executor executor;

    WindowWord(Windows windows, Lineup lineup, RuntimeService runtime, @Qualifier("nudgeExecutor") Executor executor) {
        this.windows = windows;
        this.lineup = lineup;
        this.runtime = runtime;
        this.executor = executor;
    }

    @TransactionalEventListener
    void on(RequestMoved event) {
        later(() -> windows.placeOf(event.id()).map(Place::window).ifPresent(this::callNext));
    }

    @TransactionalEventListener
    void on(WindowMoved event) {
        later(() -> callNext(event.id()));
    }

    /** To all whose turn it is. */
    void callNext(WindowId id) {
        Optional<MaintenanceWindow> window =
                windows.find(id).filter(found -> found.status() == MaintenanceWindow.Status.UNDER_WAY);
        window.map(lineup::of).stream()
                .flatMap(turns -> turns.stream().filter(Turn::isNext))
                .forEach(turn -> tell(turn.request().id()));
    }

    /** To one, which waits for it or will look by itself before it does; in the caller's transaction. */
    void say(RequestId request) {
        runtime.createMessageCorrelation(MESSAGE)
                .processInstanceBusinessKey(request.text())
                .correlateAll();
    }

    private void tell(RequestId request) {
        try {
            say(request);
        } catch (RuntimeException e) {
            // mostly something else moved it first, which the engine may find out as a missing row
            LOG.info("{} did not hear from its window, which will say it again: {}", request, e.getMessage());
        }
    }

    /** Once what this transaction changes can be seen. */
    void callNextAfterCommit(WindowId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                later(() -> callNext(id));
            }
        });
    }

    private void later(Runnable word) {
        executor.execute(() -> {
            try {
                word.run();
            } catch (RuntimeException e) {
                LOG.info("A window's word was lost: {}", e.getMessage());
            }
        });
    }
}

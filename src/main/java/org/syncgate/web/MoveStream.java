package org.syncgate.web;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.syncgate.model.Subject;
import org.syncgate.request.RequestMoved;
import org.syncgate.window.WindowMoved;

/** Tells open pages that a request or a window moved, so that they show it without asking again and again. */
@Component
class MoveStream {

    /** The browser opens the next stream by itself when this one ends. */
    private static final long OPEN_MILLIS = 300_000;

    private final List<SseEmitter> emitters = new CopyOnWriteArrayList<>();
    private final Executor executor;

    MoveStream(@Qualifier("streamExecutor") Executor executor) {
        this.executor = executor;
    }

    SseEmitter open() {
        SseEmitter emitter = new SseEmitter(OPEN_MILLIS);
        emitter.onCompletion(() -> emitters.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitters.add(emitter);
        // the browser calls a stream open when the first bytes arrive
        send(emitter, SseEmitter.event().comment("open"));
        return emitter;
    }

    /** Open streams would keep the server from shutting down until its patience is at an end. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        emitters.forEach(SseEmitter::complete);
    }

    /** Not on the thread that has just committed: a browser that does not read must hold up no request. */
    @TransactionalEventListener
    void on(RequestMoved event) {
        executor.execute(() -> tell(event.id()));
    }

    @TransactionalEventListener
    void on(WindowMoved event) {
        executor.execute(() -> tell(event.id()));
    }

    private void tell(Subject moved) {
        for (SseEmitter emitter : emitters) {
            send(emitter, SseEmitter.event().name("moved").data(moved.text()));
        }
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder words) {
        try {
            emitter.send(words);
        } catch (IOException | IllegalStateException e) {
            emitters.remove(emitter);
        }
    }
}

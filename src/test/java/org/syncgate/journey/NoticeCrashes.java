package org.syncgate.journey;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.event.EventListener;
import org.syncgate.notice.Delivery;
import org.syncgate.notice.Notices;
import org.syncgate.request.RequestMoved;

/**
 * Lets the process die once around a post, as far as its transactions can tell. Import it; a scan of the tests does not
 * find it.
 */
final class NoticeCrashes implements BeanPostProcessor {

    private enum Line {
        BEFORE_THE_POST,
        AFTER_THE_POST,
        AFTER_THE_RECORD,
        WITH_THE_STEP,
        NONE
    }

    private final AtomicReference<Line> next = new AtomicReference<>(Line.NONE);
    private final AtomicBoolean happened = new AtomicBoolean();

    void beforeThePost() {
        plan(Line.BEFORE_THE_POST);
    }

    void afterThePost() {
        plan(Line.AFTER_THE_POST);
    }

    /** After the answer was committed, before the step of the process is. */
    void afterTheRecord() {
        plan(Line.AFTER_THE_RECORD);
    }

    boolean happened() {
        return happened.get();
    }

    private void plan(Line line) {
        happened.set(false);
        next.set(line);
    }

    private void dieAt(Line line) {
        if (next.compareAndSet(line, Line.NONE)) {
            happened.set(true);
            throw new MeddledJourney.Crash();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) throws BeansException {
        return bean instanceof Notices notices ? (Notices) post -> post(notices, post) : bean;
    }

    private Delivery post(Notices notices, Notices.Post post) {
        dieAt(Line.BEFORE_THE_POST);
        Delivery delivery = notices.post(post);
        dieAt(Line.AFTER_THE_POST);
        next.compareAndSet(Line.AFTER_THE_RECORD, Line.WITH_THE_STEP);
        return delivery;
    }

    /** The step keeps what became of the notice after the postman has committed. */
    @EventListener
    void on(RequestMoved event) {
        dieAt(Line.WITH_THE_STEP);
    }
}

package org.syncgate.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.syncgate.notice.Delivery.Delivered;
import org.syncgate.notice.Delivery.RateLimited;
import org.syncgate.notice.Delivery.Refused;
import org.syncgate.notice.Undelivered.Waiting;

/** Delivers what was written, channel by channel and in order. */
@Component
public class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Notices notices;
    private final WrittenNotices written;
    private final Undelivered undelivered;
    private final Pauses pauses;
    private final Clock clock;

    Postman(Notices notices, WrittenNotices written, Undelivered undelivered, Pauses pauses, Clock clock) {
        this.notices = notices;
        this.written = written;
        this.undelivered = undelivered;
        this.pauses = pauses;
        this.clock = clock;
    }

    /**
     * Posts the earliest undelivered notice of the same subject and channel, at most one. In a transaction of its own, so
     * that what came of it is kept even if the caller's is rolled back; the caller must neither have written the notice
     * nor changed one of its channel in a transaction that is still open.
     *
     * @throws IllegalArgumentException if there is no such notice
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Round deliver(long noticeId) {
        Notice notice = written.find(noticeId)
                .orElseThrow(() -> new IllegalArgumentException("There is no notice " + noticeId));
        Optional<Waiting> earliest = undelivered.lockEarliest(notice.subject(), notice.channel());
        // what was waited for may have delivered it
        if (earliest.isEmpty() || !written.find(noticeId).orElseThrow().isPending()) {
            return new Round.Done();
        }
        Notice first = earliest.get().notice();
        if (pauses.areOverAfter(first.tries())) {
            return exhausted(first, notice, first.lastError().orElse("It was tried too often."));
        }
        Optional<Instant> pause = earliest.get().notBefore().filter(end -> end.isAfter(clock.instant()));
        return pause.isPresent() ? new Round.Failed(pause.get()) : post(first, notice);
    }

    /** Whether all its tries were in vain, so that it is not posted again unless it is tried anew. */
    public boolean isAtAnEnd(Notice notice) {
        return notice.isPending() && pauses.areOverAfter(notice.tries());
    }

    private Round post(Notice first, Notice asked) {
        Delivery delivery = notices.post(new Notices.Post(
                first.channel(),
                first.text(),
                undelivered.thread(first.subject(), first.channel()),
                first.kind().isForTheWholeChannel()));
        if (delivery instanceof Delivered delivered) {
            undelivered.delivered(first, delivered.messageId());
            return first.id() == asked.id() ? new Round.Done() : new Round.Another();
        }
        if (delivery instanceof RateLimited limited) {
            return pause(first, limited.retryAfter());
        }
        if (delivery instanceof Refused refused) {
            return failed(first, asked, refused.why());
        }
        throw new IllegalStateException("Not known as a delivery: " + delivery);
    }

    private Round pause(Notice first, Duration wait) {
        Instant end = inFuture(wait);
        LOG.info("{} takes no more notices until {}", first.channel(), end);
        undelivered.failed(first, first.tries(), "There were too many messages at once.", end);
        return new Round.Failed(end);
    }

    private Round failed(Notice first, Notice asked, String why) {
        int tries = first.tries() + 1;
        LOG.warn("Notice {} of {} was not delivered to {}: {}", first.id(), first.subject(), first.channel(), why);
        if (pauses.areOverAfter(tries)) {
            undelivered.failed(first, tries, why, clock.instant());
            return exhausted(first, asked, why);
        }
        Instant end = inFuture(pauses.after(tries));
        undelivered.failed(first, tries, why, end);
        return new Round.Failed(end);
    }

    private Round exhausted(Notice first, Notice asked, String why) {
        return first.id() == asked.id() ? new Round.Exhausted(why) : new Round.Failed(inFuture(pauses.longest()));
    }

    /** Whole milliseconds, which a timer keeps: it must not fire before the pause is over. */
    private Instant inFuture(Duration wait) {
        return clock.instant().plus(wait).truncatedTo(ChronoUnit.MILLIS);
    }
}

package org.syncgate.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.syncgate.model.Subject;
import org.syncgate.notice.NoticeKind;
import org.syncgate.notice.WrittenNotices;

/** Has notices delivered by processes of their own, so that nothing waits for a message about it. */
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final WrittenNotices notices;
    private final RuntimeService runtime;

    Deliveries(WrittenNotices notices, RuntimeService runtime) {
        this.notices = notices;
        this.runtime = runtime;
    }

    /**
     * Writes a notice for each channel, in the transaction in which what it tells of happened.
     *
     * @param version which of a request's agreements, or else which version of the subject, it is about
     */
    void start(Subject subject, int version, NoticeKind kind, List<String> channels, String text) {
        notices.write(subject, version, kind, channels, text)
                .forEach(notice -> runtime.startProcessInstanceByKey(
                        "part-delivery", subject.text(), Map.of(Vars.NOTICE, notice.id())));
    }

    /** A fault in the wording does not undo what is told of; that it happened is told in any case. */
    static String wording(NoticeKind kind, Subject subject, Supplier<String> text, Supplier<String> plain) {
        try {
            return text.get();
        } catch (DataAccessException e) {
            // its transaction is lost
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The notice {} of {} is told in plain words", kind, subject, e);
            return plain.get();
        }
    }
}

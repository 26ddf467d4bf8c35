package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.notice.Notice;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Outcome;

/** Leaves a notice undelivered that nobody decided on, unless that has happened already. */
@Component
class ExpireNotice implements JavaDelegate {

    private final CurrentNotice current;
    private final NoticeResults results;

    ExpireNotice(CurrentNotice current, NoticeResults results) {
        this.current = current;
        this.results = results;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Notice notice = current.of(execution);
        if (results.isPending(notice)) {
            results.leave(
                    notice,
                    Outcome.EXPIRED,
                    Kind.EXPIRED,
                    Entry.SYNCGATE,
                    "Nobody decided in time what to do about the undelivered notice.");
            CurrentNotice.ended(execution);
        }
    }
}

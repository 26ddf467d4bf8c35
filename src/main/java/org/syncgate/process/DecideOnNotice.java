package org.syncgate.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.notice.Notice;
import org.syncgate.record.Kind;
import org.syncgate.request.Outcome;

/** Takes an administrator's decision about a notice that could not be delivered. */
@Component
class DecideOnNotice implements TaskListener {

    private final CurrentNotice current;
    private final NoticeResults results;
    private final SignedIn signedIn;

    DecideOnNotice(CurrentNotice current, NoticeResults results, SignedIn signedIn) {
        this.current = current;
        this.results = results;
        this.signedIn = signedIn;
    }

    @Override
    public void notify(DelegateTask task) {
        Notice notice = current.of(task.getExecution());
        if (!results.isPending(notice)) {
            // it is no longer to be delivered: the next step finds that there is nothing left to do
            task.getExecution().setVariable(Vars.ACTION, "retry");
            return;
        }
        decide(task, notice);
    }

    private void decide(DelegateTask task, Notice notice) {
        String reason = Fields.reason(task);
        switch (Fields.text(task, Vars.ACTION)) {
            case "retry" -> {
                if (results.isExpired(notice)) {
                    throw new Refused("The request expired meanwhile: end it, and start anew.");
                }
                results.retry(notice, signedIn.id(), reason);
            }
            case "end" -> {
                Fields.why(reason, "it is ended");
                results.leave(notice, Outcome.GIVEN_UP, Kind.GIVEN_UP, signedIn.id(), reason);
                CurrentNotice.ended(task.getExecution());
            }
            default -> throw new Refused("Choose what to do: retry or end.");
        }
    }
}

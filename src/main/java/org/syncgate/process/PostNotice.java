package org.syncgate.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.notice.Notice;
import org.syncgate.notice.Postman;
import org.syncgate.notice.Round;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.Outcome;

/** Has one notice posted, and says on its request what became of it. */
@Component
class PostNotice implements JavaDelegate {

    private final CurrentNotice current;
    private final Postman postman;
    private final NoticeResults results;
    private final RequestTimes times;
    private final Clock clock;

    PostNotice(CurrentNotice current, Postman postman, NoticeResults results, RequestTimes times, Clock clock) {
        this.current = current;
        this.postman = postman;
        this.results = results;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Notice notice = current.of(execution);
        if (results.isOvertaken(notice)) {
            results.abandonOvertaken(notice);
            execution.setVariable(Vars.DELIVERY, "done");
        } else if (results.isExpired(notice)) {
            results.leave(
                    notice,
                    Outcome.EXPIRED,
                    Kind.EXPIRED,
                    Entry.SYNCGATE,
                    "It expired before it could be announced on " + notice.channel() + ".");
            CurrentNotice.ended(execution);
            execution.setVariable(Vars.DELIVERY, "done");
        } else {
            tell(execution, notice, deliver(notice));
        }
    }

    private void tell(DelegateExecution execution, Notice notice, Round round) {
        if (round instanceof Round.Failed failed) {
            Instant tryAgainAt = results.latestTry(notice, failed.tryAgainAt());
            results.failed(notice, tryAgainAt);
            execution.setVariable(Vars.DELIVERY, "failed");
            execution.setVariable(Vars.RETRY_AT, Timers.at(tryAgainAt));
        } else if (round instanceof Round.Exhausted exhausted) {
            Instant now = clock.instant();
            results.exhausted(notice, exhausted.why());
            execution.setVariable(Vars.DELIVERY, "exhausted");
            execution.setVariable(Vars.REMIND_AT, Timers.at(now.plus(times.decisionReminder())));
            execution.setVariable(Vars.DECISION_EXPIRES_AT, Timers.at(now.plus(times.decisionExpiry())));
        } else {
            results.done(notice);
            execution.setVariable(Vars.DELIVERY, "done");
        }
    }

    private Round deliver(Notice notice) {
        Round round = postman.deliver(notice.id());
        while (round instanceof Round.Another) {
            round = postman.deliver(notice.id());
        }
        return round;
    }
}

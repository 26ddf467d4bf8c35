package org.syncgate.process;

import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.syncgate.notice.WrittenNotices;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;

/** Starts the notice clock when the last of the channels has been told (S3). */
@Component
class StartClock implements JavaDelegate {

    private final CurrentRequest current;
    private final Requests requests;
    private final WrittenNotices notices;
    private final WaitWords words;
    private final TaskFacts tasks;

    StartClock(CurrentRequest current, Requests requests, WrittenNotices notices, WaitWords words, TaskFacts tasks) {
        this.current = current;
        this.requests = requests;
        this.notices = notices;
        this.words = words;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeploymentRequest request = current.lock(execution);
        // empty where it was retargeted meanwhile, and what was announced is of no account
        Optional<Instant> elapses = request.standing() instanceof Waiting ? elapses(request) : Optional.empty();
        execution.setVariable(Vars.TOLD, elapses.isPresent());
        elapses.ifPresent(at -> {
            execution.setVariable(Vars.NOTICE_ELAPSES_AT, Timers.at(at));
            String said = words.of(request);
            requests.save(request.waits(said), Kind.CLOCK_STARTED, Entry.SYNCGATE, said);
            tasks.refresh(request);
        });
    }

    private Optional<Instant> elapses(DeploymentRequest request) {
        return notices.announcement(
                        request.id(),
                        request.agreementNumber(),
                        request.practice().channels())
                .elapses(request.agreedAt(), request.practice().minimumNotice());
    }
}

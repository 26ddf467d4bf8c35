package org.syncgate.process;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.syncgate.access.FailedJob;
import org.syncgate.access.Person;
import org.syncgate.access.RetryListener;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;
import org.syncgate.model.Subject;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.Requests;

/** Keeps in the record who had a failed step tried again (S8). */
@Component
class KeepRetries implements RetryListener {

    private final Records records;
    private final Requests requests;
    private final Clock clock;

    KeepRetries(Records records, Requests requests, Clock clock) {
        this.records = records;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public void retried(FailedJob job, Person by) {
        Subject.parse(job.businessKey())
                .ifPresent(subject -> records.append(new Entry(
                        clock.instant(),
                        subject,
                        application(subject),
                        Kind.STEP_RETRIED,
                        by.id(),
                        job.failure().isBlank() ? job.step() : job.step() + " had failed: " + job.failure(),
                        List.of())));
    }

    private Optional<ApplicationId> application(Subject subject) {
        return subject instanceof RequestId id
                ? requests.find(id).map(request -> request.agreement().application())
                : Optional.empty();
    }
}

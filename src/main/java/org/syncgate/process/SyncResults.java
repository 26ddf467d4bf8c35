package org.syncgate.process;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.syncgate.model.Revisions;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.record.Records;
import org.syncgate.request.Attempt;
import org.syncgate.request.Attempt.Phase;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;

/** Keeps what a look at a sync means, and records each thing once. */
@Component
class SyncResults {

    private final Requests requests;
    private final Records records;
    private final Clock clock;

    SyncResults(Requests requests, Records records, Clock clock) {
        this.requests = requests;
        this.records = records;
        this.clock = clock;
    }

    /** Answers the value of {@link Vars#VERDICT}. */
    String keep(DeploymentRequest request, Verdict verdict) {
        if (verdict instanceof Verdict.Going going) {
            DeploymentRequest now = progress(request, going.attempt(), going.words());
            requests.save(now);
            return "going";
        } else if (verdict instanceof Verdict.Again again) {
            requests.save(request.lapse(again.why(), clock.instant()), Kind.GRANT_LAPSED, Entry.SYNCGATE, again.why());
            return "again";
        } else if (verdict instanceof Verdict.Deployed deployed) {
            DeploymentRequest now = progress(request, deployed.attempt(), "Synced and healthy.");
            String words = Revisions.brief(request.agreement().target()) + " is synced and healthy.";
            requests.save(now.end(Outcome.DEPLOYED, words, clock.instant()), Kind.DEPLOYED, Entry.SYNCGATE, words);
            return "deployed";
        } else if (verdict instanceof Verdict.Failed failed) {
            DeploymentRequest now = progress(request, failed.attempt(), failed.why());
            requests.save(now.fail(failed.why(), clock.instant()), Kind.SYNC_FAILED, Entry.SYNCGATE, failed.why());
            return "failed";
        }
        throw new IllegalStateException("Nothing is kept of " + verdict);
    }

    private DeploymentRequest progress(DeploymentRequest request, Attempt seen, String words) {
        Attempt before = request.currentAttempt();
        DeploymentRequest now = request.followed(seen, words);
        String attempt = "Attempt " + seen.number() + ".";
        if (before.phase() == Phase.GRANTED && seen.phase() != Phase.GRANTED) {
            // the patch arrived, and its answer did not
            requests.save(now, Kind.SYNC_ASKED, Entry.SYNCGATE, attempt);
        }
        if (before.startedAt().isEmpty() && seen.startedAt().isPresent()) {
            requests.save(now, Kind.SYNC_STARTED, Entry.SYNCGATE, attempt);
        }
        if (before.phase() != Phase.SETTLING && seen.phase() == Phase.SETTLING && !succeeded(request, attempt)) {
            requests.save(now, Kind.SYNC_SUCCEEDED, Entry.SYNCGATE, attempt);
        }
        return now;
    }

    /** Whether that is recorded of an attempt already, which somebody then decided to wait for once more. */
    private boolean succeeded(DeploymentRequest request, String attempt) {
        return records.of(request.id()).stream()
                .anyMatch(entry ->
                        entry.kind() == Kind.SYNC_SUCCEEDED && entry.why().equals(attempt));
    }
}

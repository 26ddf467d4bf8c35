package org.syncgate.process;

import java.time.Clock;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.access.Person;
import org.syncgate.record.Kind;
import org.syncgate.request.Approval;
import org.syncgate.request.Approvals;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Requests;
import org.syncgate.request.Standing.Waiting;
import org.syncgate.request.Wish;

/** Takes somebody's okay or rejection, and keeps it with who, when, why and on which revision. */
@Component
class DecideOnApproval implements TaskListener {

    private final CurrentRequest current;
    private final FourEyes fourEyes;
    private final Approvals approvals;
    private final Requests requests;
    private final WaitWords words;
    private final People people;
    private final SignedIn signedIn;
    private final Clock clock;

    DecideOnApproval(
            CurrentRequest current,
            FourEyes fourEyes,
            Approvals approvals,
            Requests requests,
            WaitWords words,
            People people,
            SignedIn signedIn,
            Clock clock) {
        this.current = current;
        this.fourEyes = fourEyes;
        this.approvals = approvals;
        this.requests = requests;
        this.words = words;
        this.people = people;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        DeploymentRequest request = current.lock(task.getExecution());
        String who = signedIn.id();
        requireSame(request, task);
        fourEyes.refusal(request, who).ifPresent(why -> {
            throw new Refused(why);
        });
        String comment = Fields.atMost(Wish.MAX_REASON, Vars.COMMENT, Fields.text(task.getExecution(), Vars.COMMENT));
        switch (Fields.text(task.getExecution(), Vars.DECISION)) {
            case "approve" -> approve(request, who, comment);
            case "reject" -> reject(request, who, comment);
            default -> throw new Refused("Choose what you decide: approve or reject.");
        }
    }

    /** What somebody saw in the task is what was agreed when it was made. */
    private static void requireSame(DeploymentRequest request, DelegateTask task) {
        if (!(request.standing() instanceof Waiting)
                || !Integer.valueOf(request.agreementNumber()).equals(task.getVariable(Vars.AGREEMENT))) {
            throw new Refused("What you are asked to approve no longer stands, or somebody has just decided on it."
                    + " Close the task and look at " + request.id() + " under Requests.");
        }
    }

    private void approve(DeploymentRequest request, String who, String comment) {
        Set<String> groups = people.find(who).map(Person::groups).orElse(Set.of());
        Approval approval = Approval.of(request, who, groups, comment, clock.instant())
                .orElseThrow(() -> new Refused("You are in none of the groups that are asked to approve this."));
        approvals.give(request.id(), approval);
        requests.save(request.waits(words.of(request)), Kind.APPROVED, who, comment);
    }

    private void reject(DeploymentRequest request, String who, String comment) {
        if (Wish.length(comment) < Wish.MIN_REASON) {
            throw new Refused("Say in a comment of at least " + Wish.MIN_REASON + " characters why you reject it.");
        }
        requests.save(request.end(Outcome.REJECTED, comment, clock.instant()), Kind.REJECTED, who, comment);
    }
}

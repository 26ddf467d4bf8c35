package org.syncgate.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.syncgate.access.Person;
import org.syncgate.access.TaskRule;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeTalks;

/** Nobody stands in for two where a time is agreed on: the requester for no group, and nobody else for two groups (S4). */
@Component
class OneVoice implements TaskRule {

    static final String TASK = "agreeTime";

    private final CurrentRequest current;
    private final TimeTalks talks;

    OneVoice(CurrentRequest current, TimeTalks talks) {
        this.current = current;
        this.talks = talks;
    }

    @Override
    public Optional<String> refusal(DelegateTask task, Person person) {
        return TASK.equals(task.getTaskDefinitionKey())
                ? refusal(current.find(task.getExecution()), (String) task.getVariable(Vars.GROUP), person.id())
                : Optional.empty();
    }

    Optional<String> refusal(DeploymentRequest request, String party, String who) {
        boolean isRequester = request.wish().requester().equals(who);
        if (party.equals(AgreedTime.REQUESTER)) {
            return isRequester
                    ? Optional.empty()
                    : Optional.of("Nobody but its requester answers this task. Your group has its own, once a time is"
                            + " proposed.");
        }
        if (isRequester) {
            return Optional.of("You asked for this deployment yourself, so you do not answer for " + party
                    + " as well. Somebody else of that group has to.");
        }
        return talks.agreedTime(request)
                .partyOf(who)
                .filter(other -> !other.equals(party))
                .map(other -> "You stand behind this time for " + other + " already. Somebody else has to answer for "
                        + party + ".");
    }
}

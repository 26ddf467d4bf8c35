package org.syncgate.process;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.syncgate.access.People;
import org.syncgate.model.Moments;
import org.syncgate.request.AgreedTime;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.TimeProposal;

/** Says of a request whose time people agree on how far they have come. */
@Component
class TimeWords {

    private final People people;

    TimeWords(People people) {
        this.people = people;
    }

    /** One or two sentences; with the time in them where all stand behind it. */
    String of(DeploymentRequest request, AgreedTime agreed) {
        if (agreed.proposal().isEmpty()) {
            return "It waits for a time out of hours. Asked to propose one: " + parties(request, agreed.asked()) + ".";
        }
        TimeProposal proposal = agreed.proposal().orElseThrow();
        return agreed.time()
                .map(time -> "The sync is agreed for " + Moments.time(time) + ", by "
                        + parties(request, agreed.behind()) + ".")
                .orElseGet(() -> "Proposed for the sync: " + Moments.time(proposal.time()) + ", by "
                        + people.nameOf(proposal.who()) + ". Asked to agree: " + parties(request, agreed.missing())
                        + ".");
    }

    /** The parties as people know them, for instance "Devi Developer, forum-team". */
    String parties(DeploymentRequest request, List<String> parties) {
        return parties.stream().map(party -> party(request, party)).collect(Collectors.joining(", "));
    }

    private String party(DeploymentRequest request, String party) {
        return party.equals(AgreedTime.REQUESTER) ? people.nameOf(request.wish().requester()) : party;
    }
}

package org.syncgate.request;

import java.util.List;

/** All that was said of the time for one agreement of a request, each list with the first first. */
public record TimeTalk(List<TimeProposal> proposals, List<Acceptance> acceptances, List<MissedTime> missed) {

    public TimeTalk {
        proposals = List.copyOf(proposals);
        acceptances = List.copyOf(acceptances);
        missed = List.copyOf(missed);
    }
}

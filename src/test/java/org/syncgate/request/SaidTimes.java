package org.syncgate.request;

import java.util.ArrayList;
import java.util.List;
import org.syncgate.model.RequestId;

/** What was said of the time, in memory, for one request. It keeps whatever it is given: what counts is for others to judge. */
public final class SaidTimes implements TimeTalks {

    private final List<TimeProposal> proposals = new ArrayList<>();
    private final List<Acceptance> acceptances = new ArrayList<>();
    private final List<MissedTime> missed = new ArrayList<>();

    @Override
    public void propose(RequestId request, TimeProposal proposal) {
        proposals.add(proposal);
    }

    @Override
    public void accept(RequestId request, Acceptance acceptance) {
        acceptances.add(acceptance);
    }

    @Override
    public void miss(RequestId request, MissedTime time) {
        missed.add(time);
    }

    @Override
    public TimeTalk of(RequestId request, int agreement) {
        return new TimeTalk(
                proposals.stream().filter(it -> it.agreement() == agreement).toList(),
                acceptances.stream().filter(it -> it.agreement() == agreement).toList(),
                missed.stream().filter(it -> it.agreement() == agreement).toList());
    }
}

package org.syncgate.request;

import java.util.ArrayList;
import java.util.List;
import org.syncgate.model.RequestId;

/** Okays in memory, for one request. It keeps whatever it is given: what counts is for others to judge. */
public final class GivenApprovals implements Approvals {

    private final List<Approval> given = new ArrayList<>();

    /** Has these been given. */
    public static GivenApprovals of(Approval... approvals) {
        GivenApprovals these = new GivenApprovals();
        these.given.addAll(List.of(approvals));
        return these;
    }

    @Override
    public void give(RequestId request, Approval approval) {
        given.add(approval);
    }

    @Override
    public List<Approval> of(RequestId request, int agreement) {
        return given.stream()
                .filter(approval -> approval.agreement() == agreement)
                .toList();
    }
}

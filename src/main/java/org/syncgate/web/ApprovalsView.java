package org.syncgate.web;

import java.util.List;
import java.util.Map;
import org.syncgate.model.Moments;
import org.syncgate.request.Approval;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;

/**
 * How far the present agreement is approved.
 *
 * @param asked whether the practice asks for anybody's okay
 * @param given the first first
 * @param missing whose okay is still needed, for instance "1 of release-managers"; empty where nobody's is, and for
 *     what does not wait for the gate
 */
record ApprovalsView(boolean asked, List<Okay> given, String missing) {

    /**
     * @param missing as the tally has it
     * @param names of the approvers by their ids
     */
    static ApprovalsView of(
            DeploymentRequest request, List<Approval> approvals, String missing, Map<String, String> names) {
        return new ApprovalsView(
                !request.practice().approvals().isEmpty(),
                approvals.stream().map(approval -> okay(approval, names)).toList(),
                request.standing() instanceof Waiting ? missing : "");
    }

    private static Okay okay(Approval approval, Map<String, String> names) {
        return new Okay(
                names.getOrDefault(approval.approver(), approval.approver()),
                String.join(", ", approval.groups()),
                Moments.time(approval.at()),
                approval.comment());
    }

    /** One okay; the comment may be empty. */
    record Okay(String who, String groups, String at, String comment) {}
}

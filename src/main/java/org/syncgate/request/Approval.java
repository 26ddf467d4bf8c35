package org.syncgate.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.syncgate.model.Quorum;

/**
 * An okay for one agreement of a request.
 *
 * @param agreement which of the request's agreements
 * @param approver who gave it
 * @param groups of the quorum's groups, those that the approver was in at that time; at least one
 * @param revisions what it was given for, one revision for each source
 * @param comment may be empty
 * @param at when
 */
public record Approval(
        int agreement, String approver, List<String> groups, List<String> revisions, String comment, Instant at) {

    /**
     * An okay for what is agreed at present.
     *
     * @param groups all groups that the approver is in now; that they leave one later does not matter (S4)
     * @return empty where they are in none of the quorum's groups
     */
    public static Optional<Approval> of(
            DeploymentRequest request, String approver, Set<String> groups, String comment, Instant at) {
        List<String> asked = request.practice().approvals().stream()
                .map(Quorum::group)
                .distinct()
                .filter(groups::contains)
                .toList();
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(new Approval(
                        request.agreementNumber(),
                        approver,
                        asked,
                        request.agreement().target(),
                        comment,
                        at));
    }

    public Approval {
        if (approver.isBlank() || groups.isEmpty()) {
            throw new IllegalArgumentException("An approval has an approver, who is in one of the groups asked");
        }
        groups = List.copyOf(groups);
        revisions = List.copyOf(revisions);
    }
}

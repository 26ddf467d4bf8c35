package org.syncgate.argocd;

import org.syncgate.model.Agreement;

/**
 * A granted sync, as it is sent.
 *
 * @param mark whose it is, and what was granted
 * @param agreement what was agreed
 * @param judged the very read that was judged: its resourceVersion guards the patch, its source and sync options are
 *     copied as they stand
 */
public record SyncOrder(SyncMark mark, Agreement agreement, LiveApplication judged) {

    public SyncOrder {
        if (!judged.id().equals(agreement.application())) {
            throw new IllegalArgumentException(
                    "The agreement is about " + agreement.application() + ", not about " + judged.id());
        }
        if (!mark.revisions().equals(agreement.target())) {
            throw new IllegalArgumentException("What was granted is not what was agreed for " + judged.id());
        }
        if (!judged.changedSince(agreement.spec()).isEmpty()) {
            throw new IllegalArgumentException("The spec of " + judged.id() + " is not the one that was agreed");
        }
        if (judged.comparison().source().count() != mark.revisions().size()) {
            throw new IllegalArgumentException("Each source of " + judged.id() + " needs a revision of its own");
        }
    }

    /** The version of the judged read. */
    public String resourceVersion() {
        return judged.resourceVersion();
    }
}

package org.syncgate.bypass;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.BypassId;
import org.syncgate.model.RequestId;

/**
 * Something that went past the gate, as it is kept.
 *
 * @param id its id
 * @param application which application
 * @param what in which way
 * @param by who did it, by Argo CD's word; "somebody" where that names nobody
 * @param words what was seen, in sentences
 * @param revisions what is synced, one for each source; empty where that is not known
 * @param request the request that was open for the application at that moment; empty where none was
 * @param seenAt when Syncgate saw it
 * @param asked whether it is announced and asked about, as in the gated tiers
 * @param askedWith the one whose question and announcement do for this one as well; empty for most
 * @param explanation empty until there is one
 * @param leftAt when it was left unexplained for good; empty unless that happened
 */
public record Bypass(
        BypassId id,
        ApplicationId application,
        What what,
        String by,
        String words,
        List<String> revisions,
        Optional<RequestId> request,
        Instant seenAt,
        boolean asked,
        Optional<BypassId> askedWith,
        Optional<Explanation> explanation,
        Optional<Instant> leftAt) {

    public Bypass {
        if (!asked && (askedWith.isPresent() || explanation.isPresent() || leftAt.isPresent())) {
            throw new IllegalArgumentException("Nobody was asked about " + id);
        }
        if (explanation.isPresent() && leftAt.isPresent()) {
            throw new IllegalArgumentException(id + " is explained, or left unexplained, or neither");
        }
        revisions = List.copyOf(revisions);
    }

    /** Whether it has a question and an announcement of its own. */
    public boolean isAskedAlone() {
        return asked && askedWith.isEmpty();
    }

    /** Whether somebody has still to explain it. */
    public boolean waits() {
        return asked && explanation.isEmpty() && leftAt.isEmpty();
    }
}

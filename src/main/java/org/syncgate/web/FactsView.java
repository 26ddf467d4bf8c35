package org.syncgate.web;

import java.time.Instant;
import org.syncgate.model.Moments;
import org.syncgate.policy.PracticeWords;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Waiting;

/**
 * What a request's own page says of the wish and of the practice.
 *
 * @param expires when it ends by itself, and why; empty for what does not wait for the gate
 */
record FactsView(
        String toFull,
        String reason,
        String ticket,
        String disruption,
        String change,
        String practice,
        String practiceWords,
        String edition,
        String expires) {

    static FactsView of(DeploymentRequest request, Instant expiry) {
        return new FactsView(
                String.join(" + ", request.agreement().target()),
                request.wish().reason(),
                request.wish().ticket(),
                request.wish().disruption().text(),
                request.wish().change().text(),
                PracticeWords.sentence(request.practice()),
                request.practice().words(),
                request.practice().edition(),
                request.standing() instanceof Waiting ? expires(request, expiry) : "");
    }

    private static String expires(DeploymentRequest request, Instant expiry) {
        return Moments.time(expiry)
                + (expiry.isBefore(request.expiresAt())
                        ? ", if it has not been approved until then"
                        : ", if the gate has not opened until then");
    }
}

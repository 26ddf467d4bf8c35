package org.syncgate.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.policy.PracticeWords;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing;
import org.syncgate.request.Standing.Ended;

/** A request as a page shows it; all texts are for people. */
record RequestView(
        String id,
        String application,
        String from,
        String to,
        String toFull,
        String requester,
        String reason,
        String ticket,
        String disruption,
        String change,
        String practice,
        String practiceWords,
        String edition,
        String opened,
        String expires,
        boolean isOpen,
        String mood,
        String standing,
        String words,
        String ended) {

    static RequestView of(DeploymentRequest request, Map<String, String> names) {
        Standing standing = request.standing();
        Optional<Ended> ended = standing instanceof Ended end ? Optional.of(end) : Optional.empty();
        return new RequestView(
                request.id().text(),
                request.agreement().application().toString(),
                Revisions.brief(request.agreement().deployed()),
                Revisions.brief(request.agreement().target()),
                String.join(" + ", request.agreement().target()),
                names.getOrDefault(request.wish().requester(), request.wish().requester()),
                request.wish().reason(),
                request.wish().ticket(),
                request.wish().disruption().text(),
                request.wish().change().text(),
                PracticeWords.sentence(request.practice()),
                request.practice().words(),
                request.practice().edition(),
                Moments.time(request.openedAt()),
                Moments.time(request.expiresAt()),
                request.isOpen(),
                ended.map(end -> end.outcome().text())
                        .orElseGet(() -> name(standing).toLowerCase(Locale.ROOT)),
                ended.map(end -> end.outcome().words()).orElseGet(() -> name(standing)),
                standing.words(),
                ended.map(Ended::at).map(Moments::time).orElse(""));
    }

    private static String name(Standing standing) {
        return standing.getClass().getSimpleName();
    }
}

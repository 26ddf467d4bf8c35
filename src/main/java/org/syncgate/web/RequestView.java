package org.syncgate.web;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.syncgate.model.Moments;
import org.syncgate.model.Revisions;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing;
import org.syncgate.request.Standing.Ended;
import org.syncgate.request.Standing.Voided;

/** A request as every page shows it; all texts are for people. */
record RequestView(
        String id,
        String application,
        String from,
        String to,
        String requester,
        String opened,
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
                names.getOrDefault(request.wish().requester(), request.wish().requester()),
                Moments.time(request.openedAt()),
                request.isOpen(),
                ended.map(end -> end.outcome().text()).orElseGet(standing::text),
                ended.map(end -> end.outcome().words()).orElseGet(() -> words(standing)),
                standing.words(),
                ended.map(Ended::at).map(Moments::time).orElse(""));
    }

    private static String words(Standing standing) {
        return standing instanceof Voided ? Outcome.VOIDED.words() : capital(standing.text());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

package org.syncgate.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.policy.PracticeWords;
import org.syncgate.record.Entry;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Ended;

/**
 * A request as machines are told of it. Names and values are promised to them; all that is called words, practice, waits
 * for, what or why is for people.
 *
 * @param requester the id of the person whose request it is
 * @param deployed the revisions that were deployed when it was agreed on, one for each source
 * @param target the revisions that it is about
 * @param status waiting, voided, syncing, failed or ended
 * @param outcome how it ended, for instance {@code deployed}; left out until it has
 * @param words where it stands
 * @param waitsFor what has still to come before the sync, as its page says it; empty where nothing has
 * @param agreedAt since when this target is agreed
 * @param expiresAt when it ends if the gate has not opened until then; left out where it does not wait for that
 * @param page where people see it
 * @param record what was recorded so far, the first first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ApiRequest(
        String id,
        String application,
        String requester,
        String disruption,
        String change,
        String reason,
        String ticket,
        List<String> deployed,
        List<String> target,
        String path,
        String practice,
        String edition,
        String status,
        Optional<String> outcome,
        String words,
        List<String> waitsFor,
        Instant openedAt,
        Instant agreedAt,
        Optional<Instant> expiresAt,
        Optional<Instant> endedAt,
        URI page,
        List<ApiEntry> record) {

    /** One line of the record; why may be empty. */
    record ApiEntry(Instant at, String what, String who, String why) {}

    static ApiRequest of(DeploymentRequest request, ApiWaits.Waits waits, List<Entry> entries, URI page) {
        Optional<Ended> ended = request.standing() instanceof Ended end ? Optional.of(end) : Optional.empty();
        return new ApiRequest(
                request.id().text(),
                request.agreement().application().toString(),
                request.wish().requester(),
                request.wish().disruption().text(),
                request.wish().change().text(),
                request.wish().reason(),
                request.wish().ticket(),
                request.agreement().deployed(),
                request.agreement().target(),
                request.practice().path().text(),
                PracticeWords.sentence(request.practice()),
                request.practice().edition(),
                request.standing().text(),
                ended.map(end -> end.outcome().text()),
                request.standing().words(),
                waits.lines(),
                request.openedAt(),
                request.agreedAt(),
                waits.expires(),
                ended.map(Ended::at),
                page,
                entries.stream().map(ApiRequest::entry).toList());
    }

    private static ApiEntry entry(Entry entry) {
        return new ApiEntry(entry.at(), entry.kind().words(), entry.who(), entry.why());
    }
}

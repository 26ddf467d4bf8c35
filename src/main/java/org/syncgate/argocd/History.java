package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.RequestId;

/**
 * The last full and successful syncs, oldest first ({@code status.history}). Argo CD keeps ten.
 *
 * @param entries the array's items
 */
record History(List<JsonNode> entries) {

    static History of(JsonNode application) {
        return new History(Json.items(application.at("/status/history")));
    }

    Optional<JsonNode> last() {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    long lastId() {
        return last().map(History::id).orElse(-1L);
    }

    /** The entry that our operation left, by its initiator and revisions; the last where there are several. */
    Optional<JsonNode> entryOf(SyncMark mark) {
        return entries.stream()
                .filter(entry -> id(entry) > mark.historyBefore())
                .filter(entry -> isBy(entry, mark.request()))
                .filter(entry -> revisions(entry).equals(mark.revisions()))
                .reduce((earlier, later) -> later);
    }

    static boolean isBy(JsonNode entry, RequestId request) {
        return Json.text(entry.at("/initiatedBy/username")).equals(Initiator.OURS + request);
    }

    static List<String> revisions(JsonNode entry) {
        if (!entry.path("revisions").isEmpty()) {
            return Json.texts(entry.path("revisions"));
        }
        String revision = Json.text(entry.path("revision"));
        return revision.isEmpty() ? List.of() : List.of(revision);
    }

    static Optional<Instant> deployedAt(JsonNode entry) {
        return Json.time(entry.path("deployedAt"));
    }

    /** An entry without an id is older than any that counts. */
    static long id(JsonNode entry) {
        return entry.path("id").asLong(-1);
    }
}

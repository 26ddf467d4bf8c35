package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Argo CD's last comparison of an Application with its source ({@code status.sync}).
 *
 * @param application the whole object
 * @param source its effective source
 */
record Comparison(JsonNode application, EffectiveSource source) {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

    static Comparison of(JsonNode application) {
        return new Comparison(application, EffectiveSource.of(application.path("spec")));
    }

    boolean synced() {
        return status().equals("Synced");
    }

    boolean outOfSync() {
        return status().equals("OutOfSync");
    }

    /** Whether Argo CD tried and does not know. */
    boolean unknown() {
        return status().equals("Unknown");
    }

    /** Whether Argo CD has ever compared. */
    boolean made() {
        return synced() || outOfSync() || unknown();
    }

    /** What it compared with, pinnable or not. */
    List<String> revisions() {
        JsonNode sync = application.at("/status/sync");
        if (source.several()) {
            return Json.texts(sync.path("revisions"));
        }
        String revision = Json.text(sync.path("revision"));
        return revision.isEmpty() ? List.of() : List.of(revision);
    }

    /** Whether each source has a Git commit to pin it to. */
    boolean pinnable() {
        return revisions().size() == source.count() && revisions().stream().allMatch(Comparison::isCommit);
    }

    /** Whether it was made with the spec as it stands, as Argo CD's specEqualsCompareTo sees it. */
    boolean ofPresentSpec() {
        JsonNode spec = application.path("spec");
        ObjectNode present = JsonNodeFactory.instance.objectNode();
        present.set(source.several() ? "sources" : "source", source.json());
        present.set("destination", spec.path("destination"));
        present.set("ignoreDifferences", spec.path("ignoreDifferences"));
        return OmitEmpty.same(present, application.at("/status/sync/comparedTo"));
    }

    static boolean isCommit(String revision) {
        return COMMIT.matcher(revision).matches();
    }

    private String status() {
        return Json.text(application.at("/status/sync/status"));
    }
}

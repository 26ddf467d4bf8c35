package org.syncgate.argocd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncgate.model.Revisions;

/**
 * What became of an operation of ours that succeeded.
 *
 * @param application one look at it
 * @param mark what was synced
 */
record Outcome(LiveApplication application, SyncMark mark) {

    /** Says what it looks like, or that Argo CD has not compared since: health and sync status from before don't count. */
    Progress progress(Instant startedAt, Instant finishedAt) {
        boolean fresh = application
                .comparedAt()
                .filter(comparedAt -> !comparedAt.isBefore(finishedAt))
                .isPresent();
        if (!fresh || !application.comparison().ofPresentSpec()) {
            return new Progress.AwaitingComparison(startedAt);
        }
        boolean inPlace = application.inSync() || movedOn();
        boolean healthy = application.health().equals("Healthy");
        return new Progress.Succeeded(
                startedAt, inPlace && healthy, application.health().equals("Degraded"), words(inPlace));
    }

    /** Whether the comparison was made with another target, which cannot tell whether ours is in place. */
    private boolean movedOn() {
        Comparison comparison = application.comparison();
        return comparison.outOfSync() && !comparison.revisions().equals(mark.revisions());
    }

    private String words(boolean inPlace) {
        List<String> words = new ArrayList<>();
        words.add(application.health());
        if (application.inSync()) {
            words.add("Synced");
        } else if (inPlace) {
            words.add(
                    "newer revision " + Revisions.brief(application.comparison().revisions()) + " pending");
        } else if (application.outOfSync().isEmpty()) {
            words.add("not in sync");
        } else {
            words.add(leftOut());
        }
        return String.join(", ", words);
    }

    private String leftOut() {
        return application.outOfSync().stream()
                .map(resource -> resource.kind() + " " + resource.name() + " is left out of sync"
                        + (resource.prune() ? ", since it would have to be pruned" : ""))
                .collect(Collectors.joining("; "));
    }
}

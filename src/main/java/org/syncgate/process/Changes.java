package org.syncgate.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncgate.argocd.LiveApplication;
import org.syncgate.argocd.LiveApplication.OutOfSync;
import org.syncgate.model.Agreement;
import org.syncgate.model.Revisions;

/**
 * What a sync would change, as the watch sees the application.
 *
 * @param resources one line for each resource that is out of sync, saying where it would be pruned or is a hook
 * @param images the live images
 * @param comparedWith which revisions the resources differ from, where these are not the ones that are agreed
 */
record Changes(List<String> resources, List<String> images, Optional<List<String>> comparedWith) {

    /** More than this is counted, not listed: the rest is in Argo CD. */
    private static final int LISTED = 20;

    Changes {
        resources = List.copyOf(resources);
        images = List.copyOf(images);
    }

    /** Argo CD compares with what is pending, which may not be what is agreed any more. */
    static Changes of(LiveApplication seen, Agreement agreement) {
        return new Changes(
                seen.outOfSync().stream().map(Changes::line).toList(),
                seen.images(),
                Optional.of(seen.target()).filter(target -> !target.equals(agreement.target())));
    }

    /** The resources in one sentence, without its full stop. */
    String brief() {
        String named = resources.isEmpty() ? "nothing that Argo CD names" : String.join(", ", listed(resources));
        return named
                + comparedWith
                        .map(revisions ->
                                " (as compared with " + Revisions.brief(revisions) + ", not with what is agreed)")
                        .orElse("");
    }

    /** Not more than a form or a message takes, with how many more there are. */
    static List<String> listed(List<String> lines) {
        return lines.size() <= LISTED
                ? lines
                : Stream.concat(lines.stream().limit(LISTED), Stream.of((lines.size() - LISTED) + " more"))
                        .toList();
    }

    private static String line(OutOfSync resource) {
        return resource.kind() + " " + resource.name()
                + (resource.prune() ? " (would be pruned)" : "")
                + (resource.hook() ? " (hook)" : "");
    }
}

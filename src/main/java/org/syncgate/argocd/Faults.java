package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why nothing can be deployed until somebody mends the Application. */
final class Faults {

    private static final Set<String> CONDITIONS = Set.of("ComparisonError", "InvalidSpecError", "UnknownError");

    private Faults() {}

    static List<String> of(JsonNode application, Comparison comparison) {
        List<String> faults = new ArrayList<>(conditions(application));
        if (comparison.unknown() && faults.isEmpty()) {
            faults.add("Argo CD does not know whether it is in sync.");
        }
        if (Json.text(application.at("/metadata/annotations/argocd.argoproj.io~1skip-reconcile"))
                .equals("true")) {
            faults.add("Its annotation argocd.argoproj.io/skip-reconcile is \"true\", so Argo CD would never pick up a"
                    + " sync.");
        }
        if (comparison.source().missing()) {
            faults.add("It has no source.");
        } else if (comparison.synced() || comparison.outOfSync()) {
            faults.addAll(unpinnable(comparison));
        }
        return List.copyOf(faults);
    }

    private static List<String> conditions(JsonNode application) {
        return Json.items(application.at("/status/conditions")).stream()
                .filter(condition -> CONDITIONS.contains(Json.text(condition.path("type"))))
                .map(condition -> sentence("Argo CD reports " + Json.text(condition.path("type")) + ": "
                        + Json.text(condition.path("message"))))
                .toList();
    }

    /** Argo CD's own words mostly lack the full stop that keeps them apart from the next sentence. */
    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static List<String> unpinnable(Comparison comparison) {
        List<String> revisions = comparison.revisions();
        int sources = comparison.source().count();
        if (revisions.size() != sources) {
            // Argo CD would silently sync to the branches instead
            return List.of("Argo CD names " + count(revisions.size(), "revision") + " for " + count(sources, "source")
                    + ", so they cannot be pinned.");
        }
        return revisions.stream()
                .filter(revision -> !Comparison.isCommit(revision))
                .map(revision -> "Argo CD's target '" + revision + "' is not a Git commit and cannot be pinned; a"
                        + " Helm repository's chart version is none, for instance.")
                .toList();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}

package org.syncgate.window;

import java.util.List;
import org.syncgate.model.ApplicationId;

/**
 * What a freeze covers: these services in these clusters.
 *
 * @param services by name, {@code other} among them; empty for every service
 * @param clusters by name; empty for every cluster
 */
public record FreezeScope(List<String> services, List<String> clusters) {

    /** Every service in every cluster. */
    public static final FreezeScope EVERYTHING = new FreezeScope(List.of(), List.of());

    public FreezeScope {
        if (services.stream().anyMatch(String::isBlank) || clusters.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("What a freeze covers has a name: " + services + " in " + clusters);
        }
        services = services.stream().distinct().sorted().toList();
        clusters = clusters.stream().distinct().sorted().toList();
    }

    /**
     * Whether it covers an application. A service that is configured no more could be any by now: it is taken for all
     * of them, lest another configuration lifts a freeze without a word (S7).
     */
    public boolean covers(ApplicationId application, ServiceLookup lookup) {
        return (clusters.isEmpty() || clusters.contains(application.cluster()))
                && (services.isEmpty()
                        || services.contains(lookup.of(application))
                        || !services.stream().allMatch(lookup::has));
    }

    /** For instance "efd and squash in summit", "every service in base" or "everything". */
    public String words() {
        if (services.isEmpty() && clusters.isEmpty()) {
            return "everything";
        }
        return (services.isEmpty() ? "every service" : list(services)) + " in "
                + (clusters.isEmpty() ? "every cluster" : list(clusters));
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}

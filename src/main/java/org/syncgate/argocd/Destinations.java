package org.syncgate.argocd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether an AppProject permits an Application's destination, as Argo CD's AppProject.isDestinationMatched sees it.
 * Argo CD knows each cluster's server and name; an Application has one of them. Where the project's words are about the
 * other, Syncgate cannot tell and leaves it to Argo CD, which reports an InvalidSpecError where they don't permit it.
 */
final class Destinations {

    private static final String LOCAL_SERVER = "https://kubernetes.default.svc";
    private static final String LOCAL_NAME = "in-cluster";

    private final Optional<String> server;
    private final Optional<String> name;
    private final String namespace;

    private Destinations(JsonNode destination) {
        Optional<String> server = given(destination.path("server"));
        Optional<String> name = given(destination.path("name"));
        this.server = server.or(() -> name.filter(LOCAL_NAME::equals).map(local -> LOCAL_SERVER));
        this.name = name.or(() -> server.filter(LOCAL_SERVER::equals).map(local -> LOCAL_NAME));
        this.namespace = Json.text(destination.path("namespace"));
    }

    /**
     * Judges it.
     *
     * @throws IllegalArgumentException if the project has a pattern that cannot be read
     */
    static boolean permitted(JsonNode project, JsonNode application) {
        return new Destinations(application.at("/spec/destination")).permittedBy(project);
    }

    private boolean permittedBy(JsonNode project) {
        boolean permitted = false;
        for (JsonNode item : Json.items(project.at("/spec/destinations"))) {
            String servers = Json.text(item.path("server"));
            String names = Json.text(item.path("name"));
            String namespaces = Json.text(item.path("namespace"));
            boolean serverFits = server.filter(fits(servers)).isPresent();
            boolean nameFits = name.filter(fits(names)).isPresent();
            boolean namespaceFits = fits(namespaces).test(namespace);
            boolean undecided = server.isEmpty() && !servers.isEmpty() || name.isEmpty() && !names.isEmpty();
            if ((serverFits || nameFits) && namespaceFits) {
                permitted = true;
            } else if (name.isPresent() && denies(names) && !nameFits
                    || server.isPresent() && denies(servers) && !serverFits && namespaceFits
                    || denies(namespaces) && !namespaceFits && serverFits) {
                return false;
            } else if (undecided && namespaceFits) {
                permitted = true;
            }
        }
        return permitted;
    }

    private static Predicate<String> fits(String pattern) {
        return denies(pattern)
                ? Predicate.not(Glob.parse(pattern.substring(1))::matches)
                : Glob.parse(pattern)::matches;
    }

    private static boolean denies(String pattern) {
        return pattern.startsWith("!");
    }

    private static Optional<String> given(JsonNode node) {
        return Optional.of(Json.text(node)).filter(text -> !text.isEmpty());
    }
}

package org.syncgate.access;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncgate.model.ApplicationId;

/**
 * A client, for instance a pipeline, that may ask for deployments by itself. What it asks for counts as its owner's.
 *
 * @param clientId what its issuer calls it
 * @param owner the id of the person who answers for it
 * @param applications which it may ask for, as {@code cluster/name} with {@code *} for anything; none means all
 */
public record Machine(String clientId, String owner, List<String> applications) {

    /** Begins how the record calls machines. */
    static final String WHO = "machine:";

    public Machine {
        applications = List.copyOf(applications);
    }

    /** How the record calls it; {@link RecordNames} keeps people from being called so. */
    public String who() {
        return WHO + clientId;
    }

    /** Whether its configuration lets it ask for the application; its owner's rights are another matter. */
    public boolean mayAskFor(ApplicationId application) {
        return applications.isEmpty()
                || applications.stream().anyMatch(pattern -> matches(pattern, application.toString()));
    }

    private static boolean matches(String pattern, String application) {
        return Stream.of(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.collectingAndThen(Collectors.joining("[^/]*"), Pattern::compile))
                .matcher(application)
                .matches();
    }
}

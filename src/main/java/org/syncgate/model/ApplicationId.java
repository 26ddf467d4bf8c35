package org.syncgate.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Argo CD Application in one cluster, written {@code cluster/name}, for instance {@code idfprod/gafaelfawr}.
 *
 * @param cluster the cluster's name as configured
 * @param name the Application's {@code metadata.name}
 */
public record ApplicationId(String cluster, String name) implements Comparable<ApplicationId> {

    /** RFC 1123 labels and subdomains, which Kubernetes asks of an object's name: at most 253 characters. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    private static final Comparator<ApplicationId> ORDER =
            Comparator.comparing(ApplicationId::cluster).thenComparing(ApplicationId::name);

    public ApplicationId {
        if (!NAME.matcher(cluster).matches()) {
            throw new IllegalArgumentException("Not a cluster's name: '" + cluster + "'");
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not an application's name: '" + name + "'");
        }
    }

    /**
     * Reads {@code cluster/name}.
     *
     * @return empty where the text is not of that form
     */
    public static Optional<ApplicationId> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String cluster = text.substring(0, slash);
        String name = text.substring(slash + 1);
        return NAME.matcher(cluster).matches() && NAME.matcher(name).matches()
                ? Optional.of(new ApplicationId(cluster, name))
                : Optional.empty();
    }

    @Override
    public int compareTo(ApplicationId other) {
        return ORDER.compare(this, other);
    }

    /** {@code cluster/name}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return cluster + "/" + name;
    }
}

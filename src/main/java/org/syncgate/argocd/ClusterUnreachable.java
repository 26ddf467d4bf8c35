package org.syncgate.argocd;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.stream.Stream;

/** The cluster's Kubernetes API gave no answer. */
public class ClusterUnreachable extends RuntimeException {

    private final String reason;

    public ClusterUnreachable(String cluster, Throwable cause) {
        super("The Kubernetes API of " + cluster + " cannot be reached: " + reason(cause), cause);
        this.reason = reason(cause);
    }

    /** The reason alone, without the cluster's name. */
    public String reason() {
        return reason;
    }

    /** The outermost words there are: the JDK's HTTP client gives a connection that it could not open none. */
    private static String reason(Throwable cause) {
        return causes(cause)
                .flatMap(it -> Optional.ofNullable(it.getMessage()).stream())
                .filter(message -> !message.isBlank())
                .findFirst()
                .orElseGet(() -> withoutWords(cause));
    }

    private static String withoutWords(Throwable cause) {
        if (causes(cause).anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "its address is not known";
        }
        return causes(cause).anyMatch(ConnectException.class::isInstance)
                ? "it refuses the connection"
                : cause.getClass().getSimpleName();
    }

    private static Stream<Throwable> causes(Throwable cause) {
        return Stream.iterate(
                        Optional.of(cause),
                        Optional::isPresent,
                        next -> next.flatMap(it -> Optional.ofNullable(it.getCause())))
                .flatMap(Optional::stream);
    }
}

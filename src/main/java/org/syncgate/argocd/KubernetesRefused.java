package org.syncgate.argocd;

/** The Kubernetes API answered, and would not do what it was asked; asking again as it is would not help. */
public class KubernetesRefused extends RuntimeException {

    private final int status;
    private final String words;

    public KubernetesRefused(String cluster, int status, String message) {
        super("The Kubernetes API of " + cluster + " answered " + status + ": " + message);
        this.status = status;
        this.words = "The Kubernetes API of " + cluster + " answered " + status + ": " + message;
    }

    /** One sentence for people. */
    public String words() {
        return words;
    }

    /** The HTTP status, for instance 422. */
    public int status() {
        return status;
    }
}

package org.syncgate.argocd;

/** The Kubernetes API answered, and would not do what it was asked; asking again as it is would not help. */
public class KubernetesRefused extends RuntimeException {

    private final String words;

    public KubernetesRefused(String cluster, int status, String message) {
        this("The Kubernetes API of " + cluster + " answered " + status + ": " + message);
    }

    private KubernetesRefused(String words) {
        super(words);
        this.words = words;
    }

    /** One sentence for people, with the HTTP status. */
    public String words() {
        return words;
    }
}

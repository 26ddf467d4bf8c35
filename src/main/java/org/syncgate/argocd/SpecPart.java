package org.syncgate.argocd;

/** A part of an Application's spec that is agreed on with the revision: with another one, something else is synced (S2). */
public enum SpecPart {
    /** What it is made from: {@code spec.source}, {@code spec.sources} or what a source hydrator syncs from. */
    SOURCE("source"),
    /** The cluster and the namespace that it is deployed to. */
    DESTINATION("destination"),
    /** How Argo CD applies it, for instance {@code Replace=true}. */
    SYNC_OPTIONS("syncOptions");

    private final String field;

    SpecPart(String field) {
        this.field = field;
    }

    /** Its name in what is kept of a spec. */
    String field() {
        return field;
    }
}

package org.syncgate.argocd;

import java.util.List;

/** What a fresh read of one Application found. */
public sealed interface Reading {

    /**
     * The Application is there.
     *
     * @param application as it stands
     * @param projectRefusals why its AppProject does not permit a manual sync now (the project is missing, does not
     *     permit the destination, or its sync windows are shut); empty where it does
     */
    record Found(LiveApplication application, List<String> projectRefusals) implements Reading {
        public Found {
            projectRefusals = List.copyOf(projectRefusals);
        }
    }

    /** The cluster answers and has no such Application, or no such cluster is configured. */
    record Missing() implements Reading {}

    /** The cluster does not answer; the reason is one sentence. */
    record Unreachable(String reason) implements Reading {}
}

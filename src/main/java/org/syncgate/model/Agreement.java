package org.syncgate.model;

import java.util.List;

/**
 * What a request is about, pinned when it was opened: nothing else is synced in its name (S2).
 *
 * @param application which application
 * @param deployed the revisions that were deployed, one for each source; empty where nothing had been deployed
 * @param target the revisions to sync to, one for each source
 * @param spec what of the Application's spec is agreed with that, as JSON: its source or sources, its destination and its
 *     sync options
 */
public record Agreement(ApplicationId application, List<String> deployed, List<String> target, String spec) {

    public Agreement {
        if (target.isEmpty()) {
            throw new IllegalArgumentException("An agreement names what to sync to: " + application);
        }
        deployed = List.copyOf(deployed);
        target = List.copyOf(target);
    }
}

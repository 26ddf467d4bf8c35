package org.syncgate.gate;

import java.util.Optional;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Place;

/**
 * One request of a window, and whether it may be synced in it now.
 *
 * @param place its place in the window
 * @param request as it stands
 * @param progress how far it has come in the window
 * @param obstacle what keeps it from being granted now, as far as the window is concerned; empty where nothing does
 */
public record Turn(Place place, DeploymentRequest request, Progress progress, Optional<String> obstacle) {

    /** How far a request has come in its window. */
    public enum Progress {
        /** It has still to be synced. */
        QUEUED("queued"),
        /** The coordinator holds it back. */
        HELD("held"),
        /** It has a grant and is being followed. */
        SYNCING("syncing"),
        HEALTHY("healthy"),
        /** Its sync failed, and people decide what next, or have given it up. */
        FAILED("failed"),
        /** What was agreed no longer stands, and its requester decides what next. */
        VOID("void"),
        /** It ended without having been synced: withdrawn, expired, rejected. */
        OVER("over");

        private final String words;

        Progress(String words) {
            this.words = words;
        }

        /** A word for people. */
        public String words() {
            return words;
        }
    }

    /** Whether its window's word is all that it waits for. */
    public boolean isNext() {
        return progress == Progress.QUEUED && obstacle.isEmpty();
    }
}

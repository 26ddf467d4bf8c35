package org.syncgate.window;

import java.time.Instant;

/** That a freeze was lifted: when, by whom and why. */
public record FreezeLift(Instant at, String who, String reason) {

    public FreezeLift {
        if (who.isBlank() || !FreezeTerms.isReason(reason)) {
            throw new IllegalArgumentException("Whoever lifts a freeze has a name, and a reason of permitted length");
        }
    }
}

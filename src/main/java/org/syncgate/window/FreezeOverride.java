package org.syncgate.window;

import java.time.Instant;
import org.syncgate.model.FreezeId;
import org.syncgate.model.RequestId;

/**
 * That one request may pass one freeze.
 *
 * @param freeze which freeze; any other stands
 * @param request which request
 * @param agreement for which of its agreements, from 1: another revision has to be let pass anew
 * @param who let it pass
 * @param reason why
 * @param at when
 */
public record FreezeOverride(FreezeId freeze, RequestId request, int agreement, String who, String reason, Instant at) {

    public FreezeOverride {
        if (agreement < 1 || who.isBlank() || !FreezeTerms.isReason(reason)) {
            throw new IllegalArgumentException(
                    "Whoever overrides a freeze names an agreement, and has a name and a reason of permitted length");
        }
    }

    /** Whether it is for this freeze and this agreement. */
    public boolean lets(RequestId request, int agreement, FreezeId freeze) {
        return this.request.equals(request) && this.agreement == agreement && this.freeze.equals(freeze);
    }
}

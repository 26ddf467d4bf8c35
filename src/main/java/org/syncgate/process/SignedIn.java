package org.syncgate.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who does what is being done. */
@Component
class SignedIn {

    private final IdentityService identity;

    SignedIn(IdentityService identity) {
        this.identity = identity;
    }

    /**
     * The person's id, as the engine authenticated them.
     *
     * @throws Refused if nobody is signed in
     */
    String id() {
        Authentication authentication = identity.getCurrentAuthentication();
        if (authentication == null) {
            throw new Refused("Sign in first.");
        }
        return authentication.getUserId();
    }
}

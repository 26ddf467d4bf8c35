package org.syncgate.access;

import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;

/**
 * The login method: the one place where they differ. Exactly one bean of this type is there, chosen by profile and
 * configuration; with none the start is refused.
 */
interface SignIn {

    /** Adds the login method to the chain that guards the pages and webapps. */
    void addTo(HttpSecurity http) throws Exception;

    /** Reads who it is from what this method leaves in the security context; the groups come from the authorities. */
    PersonalDetails details(Authentication authentication);

    /**
     * Whether somebody else says who is in which group, and may say otherwise without Syncgate's hearing of it: then what was
     * said counts for a time only.
     */
    default boolean wordAges() {
        return true;
    }

    /** Where a person's browser has to go for them to be signed out there too; empty where Syncgate's session is all. */
    default Optional<String> signOutElsewhere(Authentication authentication) {
        return Optional.empty();
    }
}

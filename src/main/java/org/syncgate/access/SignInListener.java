package org.syncgate.access;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Remembers who signs in, so that others can read their name later. */
@Component
class SignInListener {

    private final SecurityContextUser user;
    private final JdbcPeople people;

    SignInListener(SecurityContextUser user, JdbcPeople people) {
        this.user = user;
        this.people = people;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        user.person(event.getAuthentication()).ifPresent(people::remember);
    }
}

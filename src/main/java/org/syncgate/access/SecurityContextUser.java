package org.syncgate.access;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person in Spring's security context. */
@Component
class SecurityContextUser implements CurrentUser {

    /** How a login method says that somebody is in a group; no other authority counts. */
    static final String GROUP_PREFIX = "GROUP_";

    private final SignIn signIn;

    SecurityContextUser(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Optional<Person> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .flatMap(this::person);
    }

    /** Who an authentication stands for; empty where it stands for nobody, or for a machine. */
    Optional<Person> person(Authentication authentication) {
        if (!authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken
                || authentication instanceof MachineAuthentication) {
            return Optional.empty();
        }
        PersonalDetails details = signIn.details(authentication);
        return Optional.of(new Person(
                authentication.getName(),
                details.name(),
                details.email(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(GROUP_PREFIX))
                        .map(authority -> authority.substring(GROUP_PREFIX.length()))
                        .collect(Collectors.toSet())));
    }
}

package org.syncgate.access;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Lets in whom the provider speaks for: who has an id that can be kept, and is in one of our groups. */
class ProviderUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OAuth2UserService<OidcUserRequest, OidcUser> provider;
    private final ProviderClaims claims;
    private final JdbcPeople people;
    private final Clock clock;

    /** @param provider reads the ID token and asks for the rest where there is a userinfo endpoint */
    ProviderUsers(
            OAuth2UserService<OidcUserRequest, OidcUser> provider,
            ProviderClaims claims,
            JdbcPeople people,
            Clock clock) {
        this.provider = provider;
        this.claims = claims;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser told = provider.loadUser(request);
        Map<String, Object> said = told.getClaims();
        String id = claims.id(said).orElseThrow(() -> refusal(SignInFault.NO_ID));
        Set<String> groups = claims.groups(said);
        if (groups.isEmpty()) {
            // what they were in is kept, and their machines have it
            people.emptyGroups(id);
            throw refusal(SignInFault.NO_GROUP);
        }
        List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList(groups.stream()
                .map(group -> SecurityContextUser.GROUP_PREFIX + group)
                .toList());
        PersonalDetails details = new PersonalDetails(claims.name(said).orElse(id), claims.email(said));
        return new ProviderUser(told, id, details, authorities, clock.instant());
    }

    private static OAuth2AuthenticationException refusal(SignInFault fault) {
        return new OAuth2AuthenticationException(new OAuth2Error(fault.code()), fault.sentence());
    }
}

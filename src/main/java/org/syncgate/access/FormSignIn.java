package org.syncgate.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.stereotype.Component;
import org.syncgate.access.LocalSignInProperties.LocalUser;
import org.syncgate.start.StartRefused;

/** Sign-in by form with the users of {@code syncgate.local.users}: for the demo and for developing, on loopback. */
@Component
@Profile(FormSignIn.PROFILE)
class FormSignIn implements SignIn {

    static final String PROFILE = "local";

    private final Map<String, LocalUser> users;

    FormSignIn(LocalSignInProperties properties) {
        if (properties.users().isEmpty()) {
            throw new StartRefused(
                    "Nobody could sign in: syncgate.local.users is empty.",
                    "Profile local signs in by form with the users that syncgate.local.users[0].id, .name, .password"
                            + " and .groups name. Name at least one.");
        }
        this.users = properties.users().stream().collect(Collectors.toUnmodifiableMap(LocalUser::id, user -> user));
    }

    @Override
    public void addTo(HttpSecurity http) throws Exception {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(this::load);
        provider.setPasswordEncoder(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        http.authenticationManager(new ProviderManager(provider))
                .formLogin(form -> form.loginPage(SignInPage.PATH)
                        .defaultSuccessUrl(WebappCalls.TASKLIST)
                        .failureUrl(SignInPage.PATH + "?error"));
    }

    @Override
    public PersonalDetails details(Authentication authentication) {
        LocalUser user = users.get(authentication.getName());
        return new PersonalDetails(user == null ? authentication.getName() : user.name(), Optional.empty());
    }

    /** Who is in which group stands in Syncgate's own configuration. */
    @Override
    public boolean wordAges() {
        return false;
    }

    private UserDetails load(String id) {
        LocalUser user = users.get(id);
        if (user == null) {
            throw new UsernameNotFoundException(id);
        }
        List<String> authorities = user.groups().stream()
                .map(group -> SecurityContextUser.GROUP_PREFIX + group)
                .toList();
        return new User(user.id(), "{noop}" + user.password(), AuthorityUtils.createAuthorityList(authorities));
    }
}

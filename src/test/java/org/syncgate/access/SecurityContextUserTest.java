package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.syncgate.model.Groups;

class SecurityContextUserTest {

    private final CurrentUser currentUser = new SecurityContextUser(new Named());

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void onlyFixedGroupsWithThePrefixCount() {
        signIn(new TestingAuthenticationToken(
                "dora", "", "GROUP_developers", "GROUP_camunda-admin", "GROUP_staff", "syncgate-admins", "ROLE_ADMIN"));

        assertThat(currentUser.find().map(Person::groups))
                .hasValueSatisfying(groups -> assertThat(groups).containsExactly(Groups.DEVELOPERS));
    }

    @Test
    void anonymousIsNobody() {
        signIn(new AnonymousAuthenticationToken(
                "key", "anonymousUser", AuthorityUtils.createAuthorityList("GROUP_syncgate-admins")));

        assertThat(currentUser.find()).isEmpty();
    }

    @Test
    void aMachineIsNobodyWhateverItsScopesAreCalled() {
        signIn(new MachineAuthentication(new Machine("ci", "dora", List.of()), List.of("GROUP_syncgate-admins")));

        assertThat(currentUser.find()).isEmpty();
    }

    @Test
    void whoHasNotProvedWhoTheyAreIsNobody() {
        signIn(new TestingAuthenticationToken("dora", ""));

        assertThat(currentUser.find()).isEmpty();
    }

    @Test
    void outsideARequestNobodyIsThere() {
        assertThat(currentUser.find()).isEmpty();
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    private static final class Named implements SignIn {

        @Override
        public void addTo(HttpSecurity http) {}

        @Override
        public PersonalDetails details(Authentication authentication) {
            return new PersonalDetails("Dora Developer", Optional.empty());
        }
    }
}

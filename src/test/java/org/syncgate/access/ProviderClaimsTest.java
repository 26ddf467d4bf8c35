package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.model.Groups;

class ProviderClaimsTest {

    @Test
    void aClaimWithinAClaimIsReachedByDots() {
        Map<String, Object> claims = Map.of("a", Map.of("b", Map.of("c", List.of("devs"))));

        assertThat(reading("a.b.c").groups(claims)).containsExactly(Groups.DEVELOPERS);
        assertThat(reading("a.b").groups(claims)).isEmpty();
        assertThat(reading("a.b.c.d").groups(claims)).isEmpty();
        assertThat(reading(".a").groups(claims)).isEmpty();
    }

    @Test
    void aClaimWhoseNameHasDotsIsFoundByIt() {
        assertThat(reading("https://example.org/groups").groups(Map.of("https://example.org/groups", "devs")))
                .containsExactly(Groups.DEVELOPERS);
    }

    @Test
    void oneGroupMayBeAText() {
        assertThat(reading("groups").groups(Map.of("groups", "devs"))).containsExactly(Groups.DEVELOPERS);
        assertThat(reading("groups").groups(Map.of("groups", "devs admins"))).isEmpty();
    }

    @Test
    void whatIsNoTextInAListIsPassedOver() {
        assertThat(reading("groups").groups(Map.of("groups", List.of(7, "acme:team", Map.of(), "devs"))))
                .containsExactly(Groups.DEVELOPERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dora",
                "dora@example.org",
                "auth0|5f7c8ec7c33c6c004bbafe82",
                "CgcyMzQyNzQ5EgZnaXRodWI",
                "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
                "1234567890"
            })
    void whatProvidersCallPeopleCanBeKept(String id) {
        assertThat(reading("groups").id(Map.of("sub", id))).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"syncgate", "SyncGate", "machine:ci", "machine:", "Machine:ci", "Argo CD: jsick"})
    void whatTheRecordCallsOthersIsNoId(String id) {
        assertThat(reading("groups").id(Map.of("sub", id))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"syncgate-admin", "machine", "machinist", "a:machine:ci"})
    void whatOnlyLooksLikeItIsOne(String id) {
        assertThat(reading("groups").id(Map.of("sub", id))).contains(id);
    }

    @Test
    void aNameThatIsTooLongOrNoTextIsNoId() {
        assertThat(reading("groups").id(Map.of("sub", "x".repeat(128)))).isPresent();
        assertThat(reading("groups").id(Map.of("sub", "x".repeat(129)))).isEmpty();
        assertThat(reading("groups").id(Map.of("sub", 7))).isEmpty();
        assertThat(reading("groups").id(Map.of("sub", List.of("dora")))).isEmpty();
        assertThat(reading("groups").id(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Dora Developer, true", "Зоя, true", "'', false", "' ', false"})
    void whatOthersReadIsWords(String name, boolean isKept) {
        assertThat(reading("groups").name(Map.of("name", name)).isPresent()).isEqualTo(isKept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dora\nDeveloper", "Dora\u0000", "\u202eareD", "Dora\u2028Developer"})
    void whatWouldShowAsAnotherNameIsNone(String name) {
        assertThat(reading("groups").name(Map.of("name", name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Syncgate", " syncgate ", "machine:ci", "Argo CD: jsick"})
    void whoIsCalledAsTheRecordCallsOthersIsShownByTheirId(String name) {
        assertThat(reading("groups").name(Map.of("name", name))).isEmpty();
    }

    private static ProviderClaims reading(String groupsClaim) {
        return new ProviderClaims(new SignInProperties(
                "https://id.example.org",
                "syncgate",
                "secret",
                List.of("openid"),
                "sub",
                "name",
                "email",
                groupsClaim,
                Map.of(Groups.DEVELOPERS, List.of("devs")),
                Duration.ofHours(1)));
    }
}

package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.syncgate.start.StartRefused;

class StartConditionsTest {

    private static final String[] DORA = {
        "syncgate.local.users[0].id=dora",
        "syncgate.local.users[0].name=Dora",
        "syncgate.local.users[0].password=dora",
        "syncgate.local.users[0].groups=developers"
    };

    private static final String[] PROVIDER = {
        "syncgate.url=https://syncgate.example.org",
        "syncgate.sign-in.issuer-uri=https://id.example.org/realms/observatory",
        "syncgate.sign-in.client-id=syncgate",
        "syncgate.sign-in.client-secret=secret",
        "syncgate.sign-in.groups.developers=devs"
    };

    private final ApplicationContextRunner outside =
            new ApplicationContextRunner().withUserConfiguration(SignInOnly.class);
    private final ApplicationContextRunner production = outside.withPropertyValues(PROVIDER);
    private final ApplicationContextRunner local =
            outside.withPropertyValues("spring.profiles.active=local").withPropertyValues(DORA);

    @Test
    void outsideProfileLocalTheStartIsRefusedUntilASignInIsConfigured() {
        outside.withPropertyValues("server.address=127.0.0.1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(StartRefused.class)
                        .hasStackTraceContaining("No sign-in is configured")
                        .hasStackTraceContaining("spring.profiles.active=local"));
    }

    @Test
    void withAProviderTheStartNeedsNoAnswerOfItAndNoAddress() {
        production.run(context -> assertThat(context).hasNotFailed().hasSingleBean(SignIn.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer-uri", "client-id", "client-secret", "groups.developers"})
    void aMissingPartOfTheSignInIsRefusedByItsProperty(String missing) {
        String[] others = Stream.of(PROVIDER)
                .filter(property -> !property.startsWith("syncgate.sign-in." + missing + "="))
                .toArray(String[]::new);

        outside.withPropertyValues(others)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining(
                                "syncgate.sign-in." + missing.replace(".developers", "") + " is missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "issuer-uri=http://id.example.org, issuer-uri is 'http://id.example.org'",
        "issuer-uri=id.example.org, issuer-uri is 'id.example.org'",
        "issuer-uri=https://id.example.org?x=y, issuer-uri is 'https://id.example.org?x=y'",
        "groups.camunda-admin=devs, groups.camunda-admin is no group that Syncgate knows",
        "groups.developers=, groups.developers names nobody",
        "groups-valid-for=59s, groups-valid-for has to be at least a minute",
        "user-name-claim=, user-name-claim is missing",
        "groups-claim=, groups-claim is missing"
    })
    void aFaultOfTheSignInIsRefusedByItsProperty(String property, String words) {
        production
                .withPropertyValues("syncgate.sign-in." + property)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("syncgate.sign-in." + words));
    }

    @Test
    void aProviderOnThisMachineMayBeAskedWithoutTls() {
        production
                .withPropertyValues(
                        "syncgate.sign-in.issuer-uri=http://localhost:8180/realms/x",
                        "syncgate.url=http://localhost:8080")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://syncgate.example.org", "syncgate.example.org", "http://192.0.2.7"})
    void anAddressOnWhichASessionCouldBeStolenIsRefused(String url) {
        production
                .withPropertyValues("syncgate.url=" + url)
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("syncgate.url is '" + url + "'"));
    }

    @ParameterizedTest
    @CsvSource({
        "server.forward-headers-strategy, native",
        "server.forward-headers-strategy, framework",
        "server.tomcat.remoteip.remote-ip-header, X-Forwarded-For",
        "server.tomcat.remoteip.protocol-header, X-Forwarded-Proto"
    })
    void believingForwardedHeadersInAnyOtherWayIsRefused(String property, String value) {
        production
                .withPropertyValues(property + "=" + value)
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining(property + " is '" + value + "'"));
    }

    @Test
    void profileLocalTogetherWithAProviderIsRefused() {
        local.withPropertyValues(PROVIDER)
                .withPropertyValues("server.address=127.0.0.1")
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("There are two sign-ins"));
    }

    @Test
    void theSecretIsNotInTheWordsForTheConfiguration() {
        production.run(context ->
                assertThat(context.getBean(SignInProperties.class).toString()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void profileLocalIsRefusedOnAnAddressThatOthersReach(String address) {
        local.withPropertyValues("server.address=" + address)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("server.address is '" + address + "'"));
    }

    @Test
    void profileLocalIsRefusedWithoutAnAddress() {
        local.run(context -> assertThat(context).getFailure().hasStackTraceContaining("server.address is not set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
    void profileLocalStartsOnLoopback(String address) {
        local.withPropertyValues("server.address=" + address)
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SignIn.class));
    }

    @Test
    void profileLocalIsRefusedWithoutAnybodyWhoCouldSignIn() {
        outside.withPropertyValues("spring.profiles.active=local", "server.address=127.0.0.1")
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("syncgate.local.users is empty"));
    }

    @Test
    void anUnknownGroupIsRefusedByItsProperty() {
        local.withPropertyValues("server.address=127.0.0.1", "syncgate.local.users[0].groups=camunda-admin")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("users[0].groups[0]")
                        .hasStackTraceContaining("must be one of the groups that Syncgate knows"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"syncgate", "Syncgate", "machine:ci"})
    void whatTheRecordCallsOthersIsNoUsersId(String id) {
        local.withPropertyValues("server.address=127.0.0.1", "syncgate.local.users[0].id=" + id)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("syncgate.local.users: nobody can have the id '" + id + "'"));
    }

    @Test
    void twoUsersOfOneIdAreRefused() {
        local.withPropertyValues(
                        "server.address=127.0.0.1",
                        "syncgate.local.users[1].id=dora",
                        "syncgate.local.users[1].name=Another Dora",
                        "syncgate.local.users[1].password=x")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("syncgate.local.users: two users have the id 'dora'"));
    }

    /** No {@code @Configuration}, which other tests' scan would find. */
    @EnableConfigurationProperties({LocalSignInProperties.class, SignInProperties.class, Site.class})
    @Import({StartConditions.class, FormSignIn.class, ProviderSignIn.class})
    static class SignInOnly {

        @Bean
        Clock clockOfItsOwn() {
            return Clock.systemUTC();
        }

        /** Of a database that nobody asks. */
        @Bean
        JdbcPeople people(Clock clock) {
            return new JdbcPeople(JdbcClient.create(new DriverManagerDataSource()), clock);
        }
    }
}

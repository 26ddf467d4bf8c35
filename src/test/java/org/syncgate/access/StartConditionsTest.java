package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class StartConditionsTest {

    private static final String[] DORA = {
        "syncgate.local.users[0].id=dora",
        "syncgate.local.users[0].name=Dora",
        "syncgate.local.users[0].password=dora",
        "syncgate.local.users[0].groups=developers"
    };

    private final ApplicationContextRunner outside =
            new ApplicationContextRunner().withUserConfiguration(SignInOnly.class);
    private final ApplicationContextRunner local =
            outside.withPropertyValues("spring.profiles.active=local").withPropertyValues(DORA);

    @Test
    void outsideProfileLocalTheStartIsRefusedUntilASignInIsConfigured() {
        outside.withPropertyValues("server.address=127.0.0.1")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(StartRefusedException.class)
                        .hasStackTraceContaining("No sign-in is configured")
                        .hasStackTraceContaining("spring.profiles.active=local"));
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

    @Test
    void aRefusalIsShownAsWhatIsWrongAndWhatToDo() {
        FailureAnalysis analysis = new StartRefusedAnalyzer()
                .analyze(new IllegalStateException(new StartRefusedException("This is wrong.", "Do that.")));

        assertThat(analysis.getDescription()).isEqualTo("This is wrong.");
        assertThat(analysis.getAction()).isEqualTo("Do that.");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(LocalSignInProperties.class)
    @Import({StartConditions.class, FormSignIn.class})
    static class SignInOnly {}
}

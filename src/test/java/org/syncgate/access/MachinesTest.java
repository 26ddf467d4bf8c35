package org.syncgate.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.syncgate.model.ApplicationId;
import org.syncgate.start.StartRefused;

/** What can be configured about machines, and what refuses the start. */
class MachinesTest {

    private static final String ISSUER = "syncgate.machines.issuer-uri=https://sso.example.org/realms/observatory";
    private static final String CLIENT = "syncgate.machines.clients[0].client-id=ci";
    private static final String OWNER = "syncgate.machines.clients[0].owner=dora";

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(MachinesOnly.class);

    @Test
    void withoutAnIssuerNoMachineCanAsk() {
        runner.run(
                context -> assertThat(context.getBean(Machines.class).areOff()).isTrue());
    }

    @Test
    void aMachineHasAnOwnerAndMayBeLimitedToSomeApplications() {
        runner.withPropertyValues(ISSUER, CLIENT, OWNER, "syncgate.machines.clients[0].applications=idfdev/*,*/tap")
                .run(context -> assertThat(context.getBean(Machines.class).find("ci"))
                        .contains(new Machine("ci", "dora", List.of("idfdev/*", "*/tap"))));
    }

    @Test
    void aPatternMatchesWithinAClusterOrANameAndNotAcross() {
        Machine machine = new Machine("ci", "dora", List.of("idfdev/*", "*/tap", "base/sasquatch-*"));

        assertThat(machine.mayAskFor(new ApplicationId("idfdev", "gafaelfawr"))).isTrue();
        assertThat(machine.mayAskFor(new ApplicationId("summit", "tap"))).isTrue();
        assertThat(machine.mayAskFor(new ApplicationId("base", "sasquatch-ui"))).isTrue();
        assertThat(machine.mayAskFor(new ApplicationId("idfdev2", "gafaelfawr")))
                .isFalse();
        assertThat(machine.mayAskFor(new ApplicationId("summit", "tap2"))).isFalse();
        assertThat(machine.mayAskFor(new ApplicationId("base", "sasquatch"))).isFalse();
        assertThat(new Machine("ci", "dora", List.of()).mayAskFor(new ApplicationId("summit", "tap2")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sso.example.org",
                "http://sso.example.org",
                "ftp://sso.example.org",
                "https://sso.example.org?realm=x",
                "https:///realms",
                "https://sso example.org"
            })
    void anIssuerThatAnybodyCouldSpeakForIsRefused(String issuer) {
        refused("syncgate.machines.issuer-uri is '" + issuer + "'", "syncgate.machines.issuer-uri=" + issuer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8180/realms/x", "http://127.0.0.1:9000", "https://sso.example.org"})
    void anIssuerIsHttpsOrOnThisMachine(String issuer) {
        runner.withPropertyValues("syncgate.machines.issuer-uri=" + issuer)
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void machinesWithoutAnIssuerAreRefused() {
        refused("syncgate.machines.issuer-uri is not set, although syncgate.machines.clients names", CLIENT, OWNER);
    }

    @Test
    void aMachineWithoutAnIdOrAnOwnerIsRefused() {
        refused("syncgate.machines.clients[0].client-id is ''", ISSUER, OWNER);
        refused("syncgate.machines.clients[0].client-id is 'c i'", ISSUER, OWNER, CLIENT.replace("=ci", "=c i"));
        refused("syncgate.machines.clients[0].owner is missing", ISSUER, CLIENT);
    }

    @Test
    void twoMachinesOfOneIdAreRefused() {
        refused(
                "syncgate.machines.clients[1].client-id is 'ci', which another client has already",
                ISSUER,
                CLIENT,
                OWNER,
                "syncgate.machines.clients[1].client-id=ci",
                "syncgate.machines.clients[1].owner=rhea");
    }

    @Test
    void whatIsNoPatternIsRefused() {
        refused(
                "syncgate.machines.clients[0].applications[0] is 'gafaelfawr'",
                ISSUER,
                CLIENT,
                OWNER,
                "syncgate.machines.clients[0].applications=gafaelfawr");
    }

    @Test
    void anEmptyAudienceOrClaimIsRefused() {
        refused("syncgate.machines.audience is empty", ISSUER, "syncgate.machines.audience=");
        refused("syncgate.machines.client-id-claim is empty", ISSUER, "syncgate.machines.client-id-claim=");
    }

    @Test
    void howLongAnOwnersSignInCountsIsAMonthUnlessItIsConfiguredAndNeverNothing() {
        runner.run(
                context -> assertThat(context.getBean(MachineProperties.class).ownerValidFor())
                        .isEqualTo(Duration.ofDays(30)));
        runner.withPropertyValues("syncgate.machines.owner-valid-for=1m")
                .run(context -> assertThat(context).hasNotFailed());
        refused("syncgate.machines.owner-valid-for is PT59S", "syncgate.machines.owner-valid-for=59s");
        refused("syncgate.machines.owner-valid-for is PT-24H", "syncgate.machines.owner-valid-for=-1d");
    }

    private void refused(String words, String... properties) {
        runner.withPropertyValues(properties)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(StartRefused.class)
                        .hasMessageContaining(words));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MachineProperties.class)
    @Import(Machines.class)
    static class MachinesOnly {}
}

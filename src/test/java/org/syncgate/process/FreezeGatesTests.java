package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.model.FreezeId;
import org.syncgate.model.Moments;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.record.Entry;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeLift;
import org.syncgate.window.FreezeOverride;
import org.syncgate.window.FreezeScope;
import org.syncgate.window.Freezes;

/** Freezes are set, lifted and overridden by an administrator, and what waits for them goes on. */
@Walks("freeze-gates")
class FreezeGatesTests extends PathRun {

    private static final String WHY = "Proposals are due on Monday";
    private static final String MENDS = "It mends the queue itself";

    @Autowired
    Freezes freezes;

    FreezeGatesTests() {
        super(AT_WILL);
    }

    /** The context is shared: other tests' gates must not be shut. */
    @AfterEach
    void nothingStaysFrozen() {
        freezes.notOver(clock.instant()).forEach(freeze -> freezes.lift(freeze.id(), "admin", "Left over by a test"));
    }

    @Test
    void aFreezeIsKeptWithWhoAndWhyFromNowOnWhereNoBeginningIsSaid() {
        Freeze freeze = set("services", "[\"squash\", \"efd\"]", "clusters", "summit, idfprod");

        assertThat(freeze.terms().from()).isEqualTo(clock.instant());
        assertThat(freeze.terms().to()).isEqualTo(minute().plus(Duration.ofDays(3)));
        assertThat(freeze.terms().scope())
                .isEqualTo(new FreezeScope(List.of("efd", "squash"), List.of("idfprod", "summit")));
        assertThat(freeze.terms().reason()).isEqualTo(WHY);
        assertThat(freeze.who()).isEqualTo("admin");
        assertThat(records.of(freeze.id()))
                .singleElement()
                .extracting(Entry::kind, Entry::who)
                .containsExactly(Kind.FREEZE_SET, "admin");
    }

    @Test
    void itIsAnnouncedAtOnceWhereFreezesAreAndWhereItsServicesAre() {
        Freeze freeze = set("services", "squash, science-platform");
        run();

        assertThat(channels.posted(COM_SQUARE)).singleElement().satisfies(post -> {
            assertThat(post.text())
                    .startsWith("Freeze of science-platform and squash in every cluster until "
                            + Moments.time(freeze.terms().to()) + "\n" + WHY + "\nSet by admin.")
                    .endsWith("/freezes");
            assertThat(post.broadcast()).isTrue();
        });
        assertThat(channels.titles(RSP_TEAM)).hasSize(1);
        assertThat(written.of(freeze.id()))
                .extracting(Notice::kind, Notice::agreement, Notice::channel)
                .containsExactlyInAnyOrder(
                        tuple(NoticeKind.FREEZE, 1, COM_SQUARE), tuple(NoticeKind.FREEZE, 1, RSP_TEAM));
    }

    @ParameterizedTest
    @CsvSource({
        "'', summit, '#com-square #observing-tools #rsp-team #summit-testing-announcements'",
        "roundtable, '', '#com-square #dm-docs'",
        "other, '', '#com-square'"
    })
    void whoHearsOfItFollowsFromWhatItCovers(String services, String clusters, String told) {
        Freeze freeze = set("services", services, "clusters", clusters);

        assertThat(written.of(freeze.id())).extracting(Notice::channel).containsExactlyInAnyOrder(told.split(" "));
    }

    @Test
    void whatIsToComeIsAnnouncedWithItsBeginning() {
        Freeze freeze = set("from", text(Duration.ofDays(1)));
        run();

        assertThat(channels.titles(COM_SQUARE))
                .containsExactly("Freeze of everything from " + Moments.time(minute().plus(Duration.ofDays(1))) + " to "
                        + Moments.time(freeze.terms().to()));
    }

    @Test
    void nothingIsGrantedWhileItIsFrozenAndTheRequestSaysWhy() {
        Freeze freeze = set("clusters", "idfdev");

        DeploymentRequest request = started();
        fire("nextLookDue");

        assertThat(words(request)).startsWith("The freeze " + freeze.id() + " of every service in idfdev lasts until");
        assertThat(kinds(request)).containsOnlyOnce(Kind.GATE_WAITS);
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void whatIsFrozenElsewhereIsGranted() {
        set("clusters", "idfprod");
        set("services", "efd");
        set("from", text(Duration.ofDays(1)));

        started();

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whatWasGrantedBeforeItWasFrozenIsFollowedToItsEnd() {
        DeploymentRequest request = started();
        set();

        syncs();

        assertThat(endOf(request)).isEqualTo("applicationDeployed");
    }

    @Test
    void whatWasGrantedButNotYetAskedOfArgoCdIsTakenBack() {
        DeploymentRequest request = start();
        runUntil("requestSync");
        assertThat(kinds(request)).contains(Kind.SYNC_GRANTED);

        Freeze freeze = set();
        run();

        assertThat(kinds(request)).contains(Kind.GRANT_LAPSED);
        assertThat(words(request)).startsWith("The freeze " + freeze.id());
        assertThat(argoCd.asked()).isZero();
    }

    @Test
    void whenItIsOverTheRequestGoesOn() {
        set();
        started();

        clock.passes(Duration.ofDays(3));
        fire("nextLookDue");

        assertThat(argoCd.asked()).isEqualTo(1);
    }

    @Test
    void whatWaitedGoesOnAtOnceWhenTheFreezeIsLifted() {
        Freeze freeze = set();
        started();
        run();

        freeze("admin", Map.of("action", "lift", "freeze", freeze.id().text(), "reason", "The deadline was put off"));
        run();

        assertThat(argoCd.asked()).isEqualTo(1);
        assertThat(now(freeze).lifted()).contains(new FreezeLift(clock.instant(), "admin", "The deadline was put off"));
        assertThat(records.of(freeze.id()))
                .extracting(Entry::kind)
                .containsSubsequence(Kind.FREEZE_SET, Kind.NOTICE_DELIVERED, Kind.FREEZE_LIFTED, Kind.NOTICE_DELIVERED);
        assertThat(channels.titles(COM_SQUARE))
                .last()
                .isEqualTo("admin lifted the freeze of everything that was to last until "
                        + Moments.time(freeze.terms().to()));
        assertThat(channels.posted(COM_SQUARE))
                .last()
                .satisfies(post -> assertThat(post.broadcast()).isTrue());
    }

    @Test
    void anOverrideLetsOneRequestPassAndIsToldWhereTheFreezeIsAndWhereTheRequestIs() {
        Freeze freeze = set("services", "science-platform");
        DeploymentRequest request = started();
        channels.areEmpty();

        override(freeze, request.id() + "@1");
        run();

        assertThat(argoCd.asked()).isEqualTo(1);
        assertThat(freezes.overridesOf(request.id()))
                .containsExactly(new FreezeOverride(freeze.id(), request.id(), 1, "admin", MENDS, clock.instant()));
        assertThat(now(freeze).lifted()).isEmpty();
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.FREEZE_OVERRIDDEN)
                .singleElement()
                .extracting(Entry::who, Entry::why, Entry::revisions)
                .containsExactly(
                        "admin",
                        "It may pass " + freeze.id() + ": " + MENDS,
                        request.agreement().target());
        assertThat(records.of(freeze.id())).extracting(Entry::kind).contains(Kind.FREEZE_OVERRIDDEN);
        assertThat(channels.titles(COM_SQUARE))
                .singleElement()
                .asString()
                .matches(
                        "admin lets idfdev/gafaelfawr \\w{7} → \\w{7} pass the freeze of science-platform in every cluster");
        assertThat(channels.titles(RSP_TEAM)).hasSize(1);
    }

    @Test
    void anOverrideIsVoidOnceTheRequestIsRetargeted() {
        Freeze freeze = set();
        set("clusters", "idfdev");
        DeploymentRequest request = started();
        override(freeze, request.id().text());
        run();
        argoCd.pends(NEWER);
        amended("dev", request, "retarget");

        assertThat(words(request)).contains("The freeze " + freeze.id() + " of everything");
        refused(() -> override(freeze, request.id() + "@1")).hasMessageContaining("retargeted since you opened");
        override(freeze, request.id() + "@2");

        assertThat(freezes.overridesOf(request.id()))
                .extracting(FreezeOverride::agreement)
                .containsExactly(1, 2);
    }

    static Stream<Arguments> entriesThatCannotBeMeant() {
        return Stream.of(
                set(Map.of("action", "melt"), "Choose what to do: set, lift or override."),
                set(Map.of("action", ""), "Choose what to do"),
                set(Map.of("reason", "Too short"), "10 to 2000 characters; it has 9."),
                set(Map.of("reason", "x".repeat(2_001)), "it has 2001."),
                set(Map.of("reason", "\u200b".repeat(10)), "it has 0."),
                set(Map.of("to", ""), "Say when the freeze ends."),
                set(Map.of("to", "tomorrow"), "'to' as a date and a time in UTC, like 2026-12-24T18:00."),
                set(Map.of("to", "2026-12-24"), "'to' as a date and a time"),
                set(Map.of("to", "2026-12-24T18:00:00+01:00"), "'to' as a date and a time in UTC"),
                set(Map.of("from", "2026-02-30T12:00"), "'from' as a date and a time in UTC"),
                set(Map.of("to", "2020-01-01T00:00"), "end in the future: 1 Jan 2020 00:00 UTC is past"),
                set(Map.of("from", "2020-01-01T00:00"), "cannot begin in the past, at 1 Jan 2020 00:00 UTC"),
                set(Map.of("from", Duration.ofDays(3)), "has to end after it begins"),
                set(
                        Map.of("from", "2199-01-01T00:00:00.0000001", "to", "2199-01-01T00:00:00.0000002"),
                        "has to end after it begins"),
                set(Map.of("from", Duration.ofDays(4)), "has to end after it begins"),
                set(Map.of("to", Duration.ofDays(367)), "at most a year"),
                set(Map.of("from", "+999999999-01-01T00:00", "to", "+999999999-01-02T00:00"), "begin within a year"),
                set(Map.of("to", "+999999999-01-02T00:00"), "at most a year"),
                set(
                        Map.of("services", "efd, telescopes"),
                        "There is no service telescopes. Choose from observing-tools, efd,"),
                set(Map.of("services", "[\"efd\", 7]"), "'services' has to be a list of names"),
                set(Map.of("services", "[\"efd\""), "'services' has to be a list of names"),
                set(
                        Map.of("clusters", "[\"elsewhere\", \"idfdev\"]"),
                        "There is no cluster elsewhere. Choose from base,"),
                set(Map.of("clusters", "x".repeat(4_001)), "'clusters' has at most 4000 characters"),
                set(Map.of("freeze", "f-1"), "'freeze' has no part in what you chose to do"),
                set(Map.of("request", "r-23456789"), "'request' has no part"),
                set(Map.of("who", "dev"), "The form has no field who."),
                set(Map.of("reason", List.of(WHY)), "'reason' has to be a text"),
                set(
                        Map.of("to", "soon", "services", "none", "clusters", "none", "reason", ""),
                        "'to' as a date",
                        "no service none",
                        "no cluster none",
                        "it has 0"),
                lift(Map.of("freeze", ""), "Choose a freeze from the list."),
                lift(Map.of("freeze", "f-0"), "Choose a freeze from the list."),
                lift(Map.of("freeze", "r-23456789"), "Choose a freeze from the list."),
                lift(Map.of("freeze", "f-999999999"), "There is no freeze f-999999999."),
                lift(Map.of("reason", "Too short"), "10 to 2000 characters; it has 9."),
                lift(Map.of("services", "efd"), "'services' has no part"),
                lift(Map.of("to", Duration.ofDays(1)), "'to' has no part"),
                lift(Map.of("request", "r-23456789"), "'request' has no part"),
                override(Map.of("request", ""), "Choose a request from the list."),
                override(Map.of("request", "idfdev/gafaelfawr"), "Choose a request from the list."),
                override(Map.of("request", "r-23456789"), "There is no request r-23456789."),
                override(Map.of("clusters", "idfdev"), "'clusters' has no part"),
                override(Map.of("from", Duration.ofDays(1)), "'from' has no part"));
    }

    private static Arguments set(Map<String, Object> fields, String... words) {
        return entries(Map.of("action", "set", "to", Duration.ofDays(3), "reason", WHY), fields, words);
    }

    private static Arguments lift(Map<String, Object> fields, String... words) {
        return entries(Map.of("action", "lift", "freeze", "f-999999999", "reason", WHY), fields, words);
    }

    private static Arguments override(Map<String, Object> fields, String... words) {
        return entries(
                Map.of("action", "override", "freeze", "f-999999999", "request", "r-23456789", "reason", WHY),
                fields,
                words);
    }

    private static Arguments entries(Map<String, Object> usual, Map<String, Object> fields, String... words) {
        Map<String, Object> all = new HashMap<>(usual);
        all.putAll(fields);
        return Arguments.of(all, List.of(words));
    }

    @ParameterizedTest
    @MethodSource("entriesThatCannotBeMeant")
    void whatCannotBeMeantIsRefusedInWordsThatSayWhatToDo(Map<String, Object> fields, List<String> words) {
        long before = count();

        refused(() -> freeze("admin", fromNow(fields)))
                .isInstanceOf(Refused.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theMinuteThatItIsAndAWholeYearCanBeMeant() {
        LocalDateTime year = LocalDateTime.ofInstant(minute(), ZoneOffset.UTC).plusYears(1);

        Freeze freeze = set("from", text(Duration.ZERO), "to", year.toString());

        assertThat(freeze.isInForce(clock.instant())).isTrue();
        refused(() -> freeze(
                        "admin",
                        with(
                                "from",
                                text(Duration.ZERO),
                                "to",
                                year.plusMinutes(1).toString())))
                .hasMessageContaining("at most a year, which is until");
        refused(() -> freeze("admin", with("from", text(Duration.ofMinutes(-1)))))
                .hasMessageContaining("cannot begin in the past");
    }

    @Test
    void whatIsLiftedOrOverIsNeitherLiftedNorOverridden() {
        Freeze lifted = set();
        freezes.lift(lifted.id(), "admin", "The deadline was put off");
        Freeze over = set("to", text(Duration.ofMinutes(2)));
        clock.passes(Duration.ofMinutes(2));
        set();
        DeploymentRequest request = started();

        refused(() -> lift(lifted)).hasMessageContaining(lifted.id() + " was lifted already, at", " by admin");
        refused(() -> lift(over)).hasMessageContaining(over.id() + " has been over since");
        refused(() -> override(lifted, request.id().text())).hasMessageContaining("was lifted already");
        refused(() -> override(over, request.id().text())).hasMessageContaining("has been over since");
    }

    @Test
    void whatAFreezeDoesNotHoldUpIsNotOverridden() {
        Freeze elsewhere = set("clusters", "summit");
        Freeze here = set("clusters", "idfdev");
        DeploymentRequest request = started();

        refused(() -> override(elsewhere, request.id().text()))
                .hasMessageContaining("covers every service in summit, and idfdev/gafaelfawr does not belong to that");
        override(here, request.id().text());
        refused(() -> override(here, request.id().text()))
                .hasMessageContaining(request.id() + " may pass " + here.id() + " already.");
        amended("dev", request, "withdraw");
        refused(() -> override(here, request.id().text())).hasMessageContaining("has ended already: Withdrawn");
    }

    @Test
    void whatIsSyncedOrHasFailedIsNotOverridden() {
        DeploymentRequest request = started();
        Freeze freeze = set();

        refused(() -> override(freeze, request.id().text())).hasMessageContaining("does not wait for the gate");
        argoCd.begins();
        fire("followDue");
        argoCd.fails("the hook failed");
        fire("followDue");
        refused(() -> override(freeze, request.id().text())).hasMessageContaining("does not wait for the gate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "rel", "coord", "all", "stranger"})
    void nobodyButAnAdministratorStartsIt(String who) {
        refused(() -> freeze(who, with()))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("Only members of syncgate-admins can set, lift or override a freeze.");
    }

    @Test
    void whomTheEngineTakesForAnAdministratorIsAskedOnceMore() {
        long before = count();
        // what the engine knows of groups may be older than the person's last sign-in
        identity.setAuthentication("dev", List.of("syncgate-admins"));

        refused(() -> runtime.startProcessInstanceByKey("freeze-gates", with()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Only members of syncgate-admins can set, lift or override a freeze.");

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aKeyOfSomebodyElsesMakingIsRefused() {
        refused(() -> as("admin", () -> runtime.startProcessInstanceByKey("freeze-gates", "f-4711", with())))
                .hasMessageContaining("without a business key");
    }

    @Test
    void theProcessBearsTheFreezesId() {
        Freeze freeze = set();

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(freeze.id().text())
                        .processDefinitionKey("freeze-gates")
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("freezeDecided");
    }

    private Freeze set(String... fields) {
        long before = count();
        freeze("admin", with(fields));
        assertThat(count()).isEqualTo(before + 1);
        return freezes.find(FreezeId.of(jdbc.sql("select max(id) from syncgate.freeze")
                        .query(Long.class)
                        .single()))
                .orElseThrow();
    }

    private void lift(Freeze freeze) {
        freeze("admin", Map.of("action", "lift", "freeze", freeze.id().text(), "reason", "The deadline was put off"));
    }

    private void override(Freeze freeze, String request) {
        freeze(
                "admin",
                Map.of("action", "override", "freeze", freeze.id().text(), "request", request, "reason", MENDS));
    }

    private Map<String, Object> with(String... fields) {
        Map<String, Object> all = new HashMap<>(Map.of("action", "set", "to", text(Duration.ofDays(3)), "reason", WHY));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return all;
    }

    private void freeze(String who, Map<String, Object> fields) {
        as(who, () -> runtime.startProcessInstanceByKey("freeze-gates", fields));
        heard();
    }

    private Freeze now(Freeze freeze) {
        return freezes.find(freeze.id()).orElseThrow();
    }

    private long count() {
        return jdbc.sql("select count(*) from syncgate.freeze")
                .query(Long.class)
                .single();
    }

    private Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /** As the form sends it. */
    private String text(Duration fromNow) {
        return LocalDateTime.ofInstant(minute().plus(fromNow), ZoneOffset.UTC).toString();
    }

    private Map<String, Object> fromNow(Map<String, Object> fields) {
        Map<String, Object> entered = new HashMap<>(fields);
        entered.replaceAll((field, value) -> value instanceof Duration fromNow ? text(fromNow) : value);
        return entered;
    }
}

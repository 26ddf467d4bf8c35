package org.syncgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.syncgate.window.AFreeze.everythingIs;
import static org.syncgate.window.AFreeze.services;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncgate.argocd.Reading;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.FreezeId;
import org.syncgate.model.RequestId;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.window.AFreeze;
import org.syncgate.window.Freeze;
import org.syncgate.window.FreezeScope;
import org.syncgate.window.FreezeTerms;
import org.syncgate.window.SetFreezes;

/** Of idfprod/tap, which is the science platform's, on Friday 20 November 2026 at 18:00 UTC. */
class NotFrozenTests {

    private static final Instant NOW = ARequest.OPENED;
    private static final Instant LATER = NOW.plus(Duration.ofDays(3));
    private static final Agreement AGREED =
            new Agreement(new ApplicationId("idfprod", "tap"), List.of("a"), List.of("b"), "{}");
    private static final DeploymentRequest REQUEST = ARequest.waiting(AGREED);

    @Test
    void whatIsFrozenIsToldByWhatUntilWhenWhyAndWhomToAsk() {
        SetFreezes freezes = SetFreezes.of(AFreeze.of(7, NOW, LATER, services("science-platform")));

        assertThat(refusals(freezes, NOW))
                .containsExactly(
                        Refusal.waits("The freeze f-7 of science-platform in every cluster lasts until 23 Nov 2026"
                                + " 18:00 UTC (\"Proposals are due on Monday\"); for what cannot wait ask a member of"
                                + " syncgate-admins to lift it or to override it."));
    }

    @Test
    void aReasonOfSeveralLinesIsToldInOne() {
        SetFreezes freezes = SetFreezes.of();
        freezes.set(new FreezeTerms(NOW, LATER, FreezeScope.EVERYTHING, "Proposals are\r\n  due on\nMonday"), "eve");

        assertThat(refusals(freezes, NOW))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("(\"Proposals are due on Monday\")");
    }

    @Test
    void itIsRefusedFromTheFirstMomentUntilJustBeforeTheEnd() {
        SetFreezes freezes = SetFreezes.of(everything(1, NOW, LATER));

        assertThat(refusals(freezes, NOW.minusMillis(1))).isEmpty();
        assertThat(refusals(freezes, NOW)).hasSize(1);
        assertThat(refusals(freezes, LATER.minusMillis(1))).hasSize(1);
        assertThat(refusals(freezes, LATER)).isEmpty();
    }

    @Test
    void whereThereIsNoFreezeOrItCoversSomethingElseNothingIsRefused() {
        assertThat(refusals(SetFreezes.of(), NOW)).isEmpty();
        assertThat(refusals(SetFreezes.of(AFreeze.of(1, NOW, LATER, services("efd"))), NOW))
                .isEmpty();
        assertThat(refusals(SetFreezes.of(AFreeze.of(1, NOW, LATER, AFreeze.clusters("summit"))), NOW))
                .isEmpty();
    }

    @Test
    void eachFreezeIsAReasonOfItsOwn() {
        SetFreezes freezes = SetFreezes.of(
                everything(1, NOW, LATER), AFreeze.of(2, NOW, LATER.plusSeconds(60), AFreeze.clusters("idfprod")));

        assertThat(refusals(freezes, NOW)).hasSize(2);
        assertThat(refusals(freezes, LATER))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("f-2");
    }

    @Test
    void whatIsLiftedRefusesNothing() {
        SetFreezes freezes = SetFreezes.of(everything(1, NOW, LATER), everything(2, NOW, LATER));
        freezes.lift(FreezeId.of(1), "eve", "The deadline was put off");

        assertThat(refusals(freezes, NOW))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("f-2");
    }

    @Test
    void anOverrideLetsThisRequestPassThisFreezeOnly() {
        SetFreezes freezes = SetFreezes.of(everything(1, NOW, LATER), everything(2, NOW, LATER));
        freezes.override(FreezeId.of(1), REQUEST.id(), 1, "eve", "It mends the queue itself");
        freezes.override(FreezeId.of(2), new RequestId("r-98765432"), 1, "eve", "It mends the queue itself");

        assertThat(refusals(freezes, NOW))
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("f-2");
        freezes.override(FreezeId.of(2), REQUEST.id(), 1, "eve", "It mends the queue itself");
        assertThat(refusals(freezes, NOW)).isEmpty();
    }

    @Test
    void anOverrideIsVoidOnceTheRequestIsRetargetedEvenToTheSame() {
        SetFreezes freezes = SetFreezes.of(everything(1, NOW, LATER));
        freezes.override(FreezeId.of(1), REQUEST.id(), 1, "eve", "It mends the queue itself");
        DeploymentRequest retargeted = REQUEST.retarget(AGREED, NOW, REQUEST.expiresAt());

        assertThat(refusals(freezes, NOW, retargeted)).hasSize(1);
        freezes.override(FreezeId.of(1), REQUEST.id(), 2, "eve", "It mends the queue itself");
        assertThat(refusals(freezes, NOW, retargeted)).isEmpty();
    }

    private static Freeze everything(long number, Instant from, Instant to) {
        return AFreeze.of(number, from, to, FreezeScope.EVERYTHING);
    }

    private static List<Refusal> refusals(SetFreezes freezes, Instant now) {
        return refusals(freezes, now, REQUEST);
    }

    private static List<Refusal> refusals(SetFreezes freezes, Instant now, DeploymentRequest request) {
        return new NotFrozen(freezes, everythingIs("science-platform", "efd"), Clock.fixed(now, ZoneOffset.UTC))
                .refusals(request, new Reading.Missing())
                .toList();
    }
}

package org.syncgate.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.Attempt.Holding;
import org.syncgate.request.Attempt.Phase;

class DeploymentRequestTests {

    private static final Instant NOW = ARequest.OPENED.plusSeconds(60);
    private static final Instant LATER = NOW.plusSeconds(60);

    private static final DeploymentRequest WAITING = ARequest.waiting(
            new Agreement(new ApplicationId("idfdev", "tap"), List.of("a"), List.of("b"), "{\"path\": \"tap\"}"));
    private static final DeploymentRequest VOIDED = WAITING.voided("The source has changed.");
    private static final Agreement NEXT =
            new Agreement(WAITING.agreement().application(), List.of("a"), List.of("c"), "{\"path\": \"tap/2\"}");
    private static final DeploymentRequest SYNCING = WAITING.grant("4711", 7, NOW);
    private static final DeploymentRequest FAILED = SYNCING.fail("A hook failed.", NOW);
    private static final DeploymentRequest ENDED = FAILED.end(Outcome.GIVEN_UP, "No time for it.", NOW);

    private static final Map<String, UnaryOperator<DeploymentRequest>> STEPS = Map.ofEntries(
            Map.entry("waits", it -> it.waits("Not yet.")),
            Map.entry("void", it -> it.voided("The source has changed.")),
            Map.entry("retarget", it -> it.retarget(NEXT, LATER, LATER.plusSeconds(60))),
            Map.entry("grant", it -> it.grant("4712", 8, LATER)),
            Map.entry("lapse", it -> it.lapse("Somebody else wrote.", LATER)),
            Map.entry("followed", it -> it.followed(SYNCING.currentAttempt(), "At it.")),
            Map.entry("fail", it -> it.fail("A hook failed.", LATER)),
            Map.entry("retry", DeploymentRequest::retry),
            Map.entry("waitLonger", it -> it.waitLonger(LATER)),
            Map.entry("deployed", it -> it.end(Outcome.DEPLOYED, "Over.", LATER)),
            Map.entry("given-up", it -> it.end(Outcome.GIVEN_UP, "Over.", LATER)),
            Map.entry("expired", it -> it.end(Outcome.EXPIRED, "Over.", LATER)),
            Map.entry("outside", it -> it.end(Outcome.DEPLOYED_OUTSIDE, "Over.", LATER)),
            Map.entry("rejected", it -> it.end(Outcome.REJECTED, "Over.", LATER)),
            Map.entry("withdrawn", it -> it.end(Outcome.WITHDRAWN, "Over.", LATER)),
            Map.entry("voided", it -> it.end(Outcome.VOIDED, "Over.", LATER)),
            Map.entry("refused", it -> it.end(Outcome.REFUSED, "Over.", LATER)));

    /** Each step, and where it leads from each standing; a dash where it is forbidden. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # step     | waiting | voided  | syncing | failed  | ended
            waits      | Waiting | -       | -       | -       | -
            void       | Voided  | -       | -       | -       | -
            retarget   | Waiting | Waiting | -       | -       | -
            grant      | Syncing | -       | -       | -       | -
            lapse      | -       | -       | Waiting | -       | -
            followed   | -       | -       | Syncing | -       | -
            fail       | -       | -       | Failed  | -       | -
            retry      | -       | -       | -       | Waiting | -
            waitLonger | -       | -       | -       | Syncing | -
            deployed   | -       | -       | Ended   | -       | -
            outside    | Ended   | Ended   | -       | Ended   | -
            given-up   | Ended   | Ended   | -       | Ended   | -
            expired    | Ended   | Ended   | -       | Ended   | -
            rejected   | Ended   | Ended   | -       | Ended   | -
            withdrawn  | Ended   | Ended   | -       | Ended   | -
            voided     | Ended   | Ended   | -       | Ended   | -
            refused    | Ended   | Ended   | -       | Ended   | -
            """)
    void aStepIsTakenOnlyFromWhereItIsPermitted(
            String step,
            String fromWaiting,
            String fromVoided,
            String fromSyncing,
            String fromFailed,
            String fromEnded) {
        leads(step, WAITING, fromWaiting);
        leads(step, VOIDED, fromVoided);
        leads(step, SYNCING, fromSyncing);
        leads(step, FAILED, fromFailed);
        leads(step, ENDED, fromEnded);
    }

    private static void leads(String step, DeploymentRequest from, String to) {
        UnaryOperator<DeploymentRequest> taken =
                Optional.ofNullable(STEPS.get(step)).orElseThrow();
        if (to.equals("-")) {
            assertThatIllegalStateException()
                    .as(step + " from " + name(from))
                    .isThrownBy(() -> taken.apply(from))
                    .withMessageStartingWith("r-23456789 cannot ");
        } else {
            assertThat(name(taken.apply(from))).as(step + " from " + name(from)).isEqualTo(to);
        }
    }

    private static String name(DeploymentRequest request) {
        return request.standing().getClass().getSimpleName();
    }

    @Test
    void aNewRequestWaitsAndHasNoAttempt() {
        assertThat(WAITING.standing()).isInstanceOf(Standing.Waiting.class);
        assertThat(WAITING.isOpen()).isTrue();
        assertThat(WAITING.attempt()).isEmpty();
        assertThat(WAITING.expiresAt()).isEqualTo(ARequest.OPENED.plus(Duration.ofDays(7)));
        assertThatIllegalStateException()
                .isThrownBy(WAITING::currentAttempt)
                .withMessage("r-23456789 has never been granted a sync");
    }

    @Test
    void itIsOpenUntilItHasEnded() {
        assertThat(List.of(WAITING, VOIDED, SYNCING, FAILED)).allMatch(DeploymentRequest::isOpen);
        assertThat(ENDED.isOpen()).isFalse();
    }

    @Test
    void noStepButRetargetingChangesWhatWasWishedAndAgreed() {
        assertThat(List.of(VOIDED, SYNCING, FAILED, ENDED, FAILED.retry(), FAILED.waitLonger(LATER)))
                .allSatisfy(request -> assertThat(request)
                        .usingRecursiveComparison()
                        .ignoringFields("standing", "attempt")
                        .isEqualTo(WAITING));
    }

    @Test
    void aNewRequestIsItsFirstAgreementMadeWhenItOpened() {
        assertThat(WAITING.agreementNumber()).isEqualTo(1);
        assertThat(WAITING.agreedAt()).isEqualTo(ARequest.OPENED);
    }

    @Test
    void retargetingIsAnotherAgreementWithItsOwnTimesAndNothingElse() {
        DeploymentRequest second = WAITING.retarget(NEXT, NOW, NOW.plus(Duration.ofDays(3)));
        DeploymentRequest third =
                second.voided("The source has changed.").retarget(WAITING.agreement(), LATER, second.expiresAt());

        assertThat(second)
                .usingRecursiveComparison()
                .ignoringFields("agreement", "agreementNumber", "agreedAt", "expiresAt", "standing")
                .isEqualTo(WAITING);
        assertThat(second.agreement()).isEqualTo(NEXT);
        assertThat(second.agreementNumber()).isEqualTo(2);
        assertThat(second.agreedAt()).isEqualTo(NOW);
        assertThat(second.openedAt()).isEqualTo(ARequest.OPENED);
        assertThat(second.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(third.agreement()).isEqualTo(WAITING.agreement());
        assertThat(third.agreementNumber()).isEqualTo(3);
        assertThat(third.agreedAt()).isEqualTo(LATER);
    }

    @Test
    void attemptsCountOnAfterRetargeting() {
        DeploymentRequest retargeted = FAILED.retry().retarget(NEXT, LATER, LATER);

        assertThat(retargeted.grant("4712", 8, LATER).currentAttempt().number()).isEqualTo(2);
    }

    @Test
    void aRequestNeverMovesToAnotherApplication() {
        Agreement elsewhere =
                new Agreement(new ApplicationId("idfprod", "tap"), NEXT.deployed(), NEXT.target(), NEXT.spec());

        assertThatIllegalStateException()
                .isThrownBy(() -> WAITING.retarget(elsewhere, LATER, LATER))
                .withMessageContaining("be retargeted to idfprod/tap");
    }

    @Test
    void aVoidAgreementSaysWhy() {
        assertThat(VOIDED.standing()).isEqualTo(new Standing.Voided("The source has changed."));
    }

    @Test
    void aGrantIsTheFirstAttempt() {
        assertThat(SYNCING.currentAttempt()).isEqualTo(Attempt.granted(1, "4711", 7, NOW));
    }

    @Test
    void attemptsCountOnAfterARetryAndAfterALapse() {
        DeploymentRequest second = FAILED.retry().grant("4712", 8, LATER);
        DeploymentRequest third = second.lapse("Somebody else wrote.", LATER).grant("4713", 8, LATER);

        assertThat(second.currentAttempt()).isEqualTo(Attempt.granted(2, "4712", 8, LATER));
        assertThat(third.currentAttempt()).isEqualTo(Attempt.granted(3, "4713", 8, LATER));
    }

    @Test
    void aLapsedOrFailedAttemptIsOverAndKept() {
        assertThat(SYNCING.lapse("Somebody else wrote.", LATER).currentAttempt().phase())
                .isEqualTo(Phase.OVER);
        assertThat(FAILED.currentAttempt().phase()).isEqualTo(Phase.OVER);
        assertThat(FAILED.retry().currentAttempt()).isEqualTo(FAILED.currentAttempt());
    }

    @Test
    void anotherAttemptsSightIsNotKept() {
        Attempt second = Attempt.granted(2, "4711", 7, NOW);

        assertThatIllegalStateException().isThrownBy(() -> SYNCING.followed(second, "At it."));
    }

    @Test
    void whatIsSeenIsKept() {
        Attempt running = SYNCING.currentAttempt().in(Phase.RUNNING, LATER).started(LATER);

        DeploymentRequest followed = SYNCING.followed(running, "Argo CD is at it.");

        assertThat(followed.currentAttempt()).isEqualTo(running);
        assertThat(followed.standing()).isEqualTo(new Standing.Syncing("Argo CD is at it."));
    }

    @Test
    void waitingLongerGivesTheSameAttemptAllItsTimeAgain() {
        Attempt attempt = FAILED.waitLonger(LATER).currentAttempt();

        assertThat(attempt.number()).isEqualTo(1);
        assertThat(attempt.phase()).isEqualTo(Phase.ASKED);
        assertThat(attempt.phaseSince()).isEqualTo(LATER);
        assertThat(attempt.holding()).isEqualTo(Holding.NOTHING);
    }

    @ParameterizedTest
    @EnumSource
    void anEndSaysHowWhyAndWhenAndEndsTheAttempt(Outcome outcome) {
        DeploymentRequest before = outcome == Outcome.DEPLOYED ? SYNCING : FAILED;

        DeploymentRequest after = before.end(outcome, "Over.", LATER);

        assertThat(after.standing()).isEqualTo(new Standing.Ended(outcome, "Over.", LATER));
        assertThat(after.currentAttempt().phase()).isEqualTo(Phase.OVER);
    }

    @Test
    void aRequestThatWasNeverGrantedEndsWithoutAnAttempt() {
        assertThat(WAITING.end(Outcome.EXPIRED, "Over.", LATER).attempt()).isEmpty();
    }

    @Test
    void aForbiddenStepSaysWhereTheRequestStands() {
        assertThatIllegalStateException()
                .isThrownBy(() -> SYNCING.end(Outcome.GIVEN_UP, "Over.", LATER))
                .withMessageContaining("end as given-up")
                .withMessageContaining("Syncing");
    }
}

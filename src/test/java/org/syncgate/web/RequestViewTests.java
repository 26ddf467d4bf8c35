package org.syncgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncgate.request.ARequest;
import org.syncgate.request.Approval;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

class RequestViewTests {

    private static final String NEWER = "77ab012ab628a960aaef81d7b2d4521929579f35";

    @Test
    void anOpenRequestWhoseAgreementIsVoidSaysSo() {
        RequestView view = RequestView.of(APageRequest.waiting().voided("Its source has been changed."), Map.of());

        assertThat(view.standing()).isEqualTo("Agreement void");
        assertThat(view.mood()).isEqualTo("voided");
        assertThat(view.isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            names = {"WITHDRAWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyOutcomeButAWithdrawalHasAColour(Outcome outcome) throws IOException {
        try (InputStream css = Objects.requireNonNull(getClass().getResourceAsStream("/static/web/syncgate.css"))) {
            assertThat(new String(css.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("\\.mood\\." + outcome.text() + "[ ,]");
        }
    }

    @Test
    void theFirstAgreementHasNoneBeforeIt() {
        assertThat(AgreementView.of(APageRequest.waiting(), Optional.empty()))
                .isEqualTo(new AgreementView("No. 1, since 20 Nov 2026 18:00 UTC", ""));
    }

    @Test
    void aLaterAgreementSendsReadersToTheRecordForTheEarlierOnes() {
        DeploymentRequest retargeted = APageRequest.waiting()
                .retarget(APageRequest.agreement(NEWER), ARequest.OPENED.plusSeconds(3600), ARequest.OPENED);

        assertThat(AgreementView.of(retargeted, Optional.empty()).words())
                .startsWith("No. 2, since 20 Nov 2026 19:00 UTC; what was agreed before is in the record");
    }

    @Test
    void onlyAnotherRevisionIsShownAsPending() {
        assertThat(AgreementView.of(APageRequest.waiting(), Optional.of(List.of(NEWER)))
                        .newer())
                .isEqualTo("77ab012");
        assertThat(AgreementView.of(APageRequest.waiting(), Optional.of(List.of(APageRequest.TARGET)))
                        .newer())
                .isEmpty();
    }

    @Test
    void onlyWhatWaitsExpiresAndThePageSaysWhy() {
        DeploymentRequest waiting = APageRequest.waiting();

        assertThat(FactsView.of(waiting, waiting.expiresAt()).expires())
                .isEqualTo("27 Nov 2026 18:00 UTC, if the gate has not opened until then");
        assertThat(FactsView.of(waiting, ARequest.OPENED.plusSeconds(3600)).expires())
                .isEqualTo("20 Nov 2026 19:00 UTC, if it has not been approved until then");
        assertThat(FactsView.of(waiting.voided("Its source has been changed."), waiting.expiresAt())
                        .expires())
                .isEmpty();
    }

    @Test
    void anOkayIsShownByNameAndWhatDoesNotWaitMissesNone() {
        Approval approval = new Approval(
                1,
                "bob",
                List.of("release-managers"),
                List.of(APageRequest.TARGET),
                "Fine with me",
                APageRequest.DELIVERED);
        DeploymentRequest ended =
                APageRequest.waiting().end(Outcome.WITHDRAWN, "Not needed any more", APageRequest.DELIVERED);

        ApprovalsView view =
                ApprovalsView.of(ended, List.of(approval), "1 of release-managers", Map.of("bob", "Bob Builder"));

        assertThat(view.given())
                .containsExactly(new ApprovalsView.Okay(
                        "Bob Builder", "release-managers", "20 Nov 2026 18:00 UTC", "Fine with me"));
        assertThat(view.missing()).isEmpty();
        assertThat(ApprovalsView.of(APageRequest.waiting(), List.of(), "1 of release-managers", Map.of()))
                .isEqualTo(new ApprovalsView(true, List.of(), "1 of release-managers"));
    }
}

package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;

class ShownRequestTests {

    private static final DeploymentRequest REQUEST =
            ARequest.waiting(new Agreement(new ApplicationId("summit", "tap"), List.of("a"), List.of("b"), "{}"));
    private static final String ID = REQUEST.id().text();

    @Test
    void whatTheFormSendsIsReadBack() {
        ShownRequest shown = ShownRequest.of(REQUEST);

        assertThat(shown.text()).isEqualTo(ID + "@1");
        assertThat(ShownRequest.parse(shown.text())).contains(shown);
        assertThat(ShownRequest.parse(ID)).contains(new ShownRequest(REQUEST.id(), Optional.empty()));
    }

    @ParameterizedTest
    @EmptySource
    @ValueSource(strings = {"summit/tap", "@1", "r-1", "r-23456789@", "r-23456789@0", "r-23456789@b", "r-23456789@1 "})
    void whatIsNoRequestIsNotRead(String text) {
        assertThat(ShownRequest.parse(text)).isEmpty();
    }

    @Test
    void whatIsRetargetedIsNotWhatWasShown() {
        DeploymentRequest retargeted = REQUEST.retarget(REQUEST.agreement(), REQUEST.agreedAt(), REQUEST.expiresAt());

        assertThat(ShownRequest.of(REQUEST).isStill(REQUEST)).isTrue();
        assertThat(ShownRequest.of(REQUEST).isStill(retargeted)).isFalse();
        assertThat(new ShownRequest(REQUEST.id(), Optional.empty()).isStill(retargeted))
                .isTrue();
    }
}

package org.syncgate.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.syncgate.model.Agreement;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.model.Practice;
import org.syncgate.model.Quorum;
import org.syncgate.notice.Notice;
import org.syncgate.notice.NoticeKind;
import org.syncgate.request.ARequest;
import org.syncgate.request.DeploymentRequest;

/** A request that needs a release manager's okay and a day's notice, and its notices, for the tests of the views. */
final class APageRequest {

    static final String TARGET = "9f31b20ab628a960aaef81d7b2d4521929579f35";
    static final Instant DELIVERED = ARequest.OPENED.plusSeconds(5);

    private static final Practice PRACTICE = new Practice(
            "an edition, 1",
            Path.RELEASE_MANAGER_APPROVAL,
            Duration.ofHours(24),
            List.of("#one", "#two"),
            List.of(new Quorum("release-managers", 1)),
            false,
            List.of(),
            "Okay from the release manager");

    private APageRequest() {}

    static DeploymentRequest waiting() {
        return ARequest.waiting(agreement(TARGET), PRACTICE);
    }

    static Agreement agreement(String target) {
        return new Agreement(
                new ApplicationId("idfprod", "gafaelfawr"),
                List.of("1a954628a960aaef81d7b2d4521929579f3541e6"),
                List.of(target),
                "{}");
    }

    static Notice written(String channel) {
        return notice(channel, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Notice failed(String channel) {
        return notice(channel, 2, Optional.empty(), Optional.of("channel_not_found"), Optional.empty());
    }

    static Notice abandoned(String channel) {
        return notice(channel, 2, Optional.empty(), Optional.of("Withdrawn."), Optional.of(DELIVERED));
    }

    static Notice delivered(String channel) {
        return notice(channel, 1, Optional.of(DELIVERED), Optional.of("timeout"), Optional.empty());
    }

    private static Notice notice(
            String channel,
            int tries,
            Optional<Instant> deliveredAt,
            Optional<String> lastError,
            Optional<Instant> abandonedAt) {
        return new Notice(
                1,
                ARequest.ID,
                1,
                NoticeKind.ANNOUNCEMENT,
                channel,
                "To be deployed",
                ARequest.OPENED,
                tries,
                deliveredAt,
                deliveredAt.map(at -> "m-1"),
                lastError,
                abandonedAt);
    }
}

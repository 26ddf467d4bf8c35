package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.syncgate.argocd.ClusterStatus.Reachable;
import org.syncgate.argocd.ClusterStatus.Unreachable;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;

/** A cluster that goes down while Syncgate runs, and comes back. */
@ExtendWith(OutputCaptureExtension.class)
class UnreachableIT extends Refusals {

    /** A quarter of a minute goes by between two probes of a cluster that answers. */
    private static final Duration PROBED = Duration.ofSeconds(40);

    @Test
    void requestsForAClusterThatIsDownAreRefusedUntilItIsBack(CapturedOutput output) {
        ApplicationId application = copyOf("tts-dev", "nublado");
        cluster("tts-dev").goDown();
        try {
            // before the watch has noticed, the read for the request does
            assertRefused(application, wish(application)).contains("tts-dev cannot be reached", "Try again later");

            awaitUnreachable("tts-dev");
            assertRefused(application, wish(application))
                    .contains("tts-dev cannot be reached since", "Try again later");
            assertThat(signedIn("dev").get("/forms/deploy-application.form").body())
                    .contains("Not reachable at the moment", "tts-dev since ")
                    .doesNotContain(application.toString());
            assertThat(output.getAll().lines().filter(line -> line.contains("tts-dev")))
                    .as("dev may not be always available")
                    .noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        } finally {
            cluster("tts-dev").comeUp();
        }
        await().atMost(PROBED)
                .until(() -> argoCd.cluster("tts-dev").orElseThrow().reachability() instanceof Reachable);

        assertThat(signedIn("dev").get("/forms/deploy-application.form").body())
                .contains(application.toString())
                .doesNotContain("Not reachable at the moment");
        assertThat(((Ended) awaitEnd(ask("dev", application)).standing()).outcome())
                .isEqualTo(Outcome.DEPLOYED);
    }

    @Test
    void anOutageInAHigherTierIsAnAlarm(CapturedOutput output) {
        cluster("tucson-teststand").goDown();
        try {
            awaitUnreachable("tucson-teststand");

            assertThat(output.getAll().lines().filter(line -> line.contains("tucson-teststand")))
                    .anyMatch(line -> line.contains("WARN"));
        } finally {
            cluster("tucson-teststand").comeUp();
        }
        await().atMost(PROBED)
                .until(() -> argoCd.cluster("tucson-teststand").orElseThrow().reachability() instanceof Reachable);
    }

    private void awaitUnreachable(String cluster) {
        await().atMost(PROBED).until(() -> argoCd.cluster(cluster).orElseThrow().reachability() instanceof Unreachable);
    }
}

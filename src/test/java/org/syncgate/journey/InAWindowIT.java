package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.Path;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;
import org.syncgate.request.Standing.Ended;
import org.syncgate.window.Place;
import org.syncgate.window.Windows;

/** What the chart sends into a maintenance window, where disruption decides and where it does not. */
class InAWindowIT extends AmendJourney {

    @Autowired
    Windows windows;

    @ParameterizedTest
    @CsvSource({
        "tucson-teststand, sasquatch, none, telescope",
        "summit, narrativelog, expected, telescope",
        "roundtable-prod, ook, expected, weekly",
        "roundtable-prod, squash, expected, weekly",
        "community, discourse, none, weekly",
    })
    void itJoinsAWindowOfItsDeploymentsCalendarAndIsAnnounced(
            String cluster, String seeded, String disruption, String calendar) {
        DeploymentRequest request = ask(copyOf(cluster, seeded), disruption);

        assertThat(request.practice().path()).isEqualTo(Path.MAINTENANCE_WINDOW);
        await().atMost(PATIENCE).until(() -> recorded(request).contains(Kind.WINDOW_JOINED));
        awaitClock(request);
        assertThat(windows.placeOf(request.id()).map(Place::window))
                .hasValueSatisfying(window -> assertThat(window.calendar()).isEqualTo(calendar));
        amend("dev", request.id().text(), "withdraw");
        assertThat(awaitEnd(request).standing())
                .isInstanceOfSatisfying(
                        Ended.class, ended -> assertThat(ended.outcome()).isEqualTo(Outcome.WITHDRAWN));
    }

    @ParameterizedTest
    @CsvSource({"roundtable-prod, ook", "roundtable-prod, squash"})
    void withoutDisruptionItIsDeployedAtWill(String cluster, String seeded) {
        DeploymentRequest request = ask(copyOf(cluster, seeded), "none");

        assertThat(request.practice().path()).isEqualTo(Path.AT_WILL);
        assertThat(windows.placeOf(request.id())).isEmpty();
    }

    private DeploymentRequest ask(ApplicationId application, String disruption) {
        Map<String, Object> wish = new HashMap<>(wish(application));
        wish.put("disruption", disruption);
        var answer = start(signedIn("dev"), wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String process = tree(answer.body()).get("id").asText();
        return requests.openFor(application)
                .or(() -> requests.ended(100).stream()
                        .filter(request -> request.processInstance().equals(process))
                        .findFirst())
                .orElseThrow();
    }
}

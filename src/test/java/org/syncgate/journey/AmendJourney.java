package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** What journeys with approvals and amendments have in common. */
abstract class AmendJourney extends Journey {

    static final String NEWER = "0123456789abcdef0123456789abcdef01234567";

    /** A new application with a pending upgrade in idfprod, which needs a release manager's okay and a day's notice. */
    ApplicationId pendingApproval() {
        return copyOf("idfprod", "gafaelfawr");
    }

    /** A request that waits for somebody's okay. */
    DeploymentRequest askForApproval(String person) {
        DeploymentRequest request = ask(person, pendingApproval());
        awaitTask(request, "approveDeployment");
        return request;
    }

    /** Returns once it is announced, so that nothing moves by itself until its notice elapses. */
    void awaitClock(DeploymentRequest request) {
        await("clock of " + request.id())
                .atMost(PATIENCE)
                .until(() -> recorded(request).contains(Kind.CLOCK_STARTED));
    }

    /** Another revision becomes pending than the one that is agreed. */
    static void commit(DeploymentRequest request) {
        ApplicationId application = request.agreement().application();
        cluster(application.cluster()).commit(application.name(), NEWER);
    }

    /** What was agreed no longer stands, because its source is another. */
    void makeVoid(DeploymentRequest request) {
        ApplicationId application = request.agreement().application();
        cluster(application.cluster()).edit(application.name(), json -> {
            json.withObject("/spec/source").put("path", "applications/another");
            json.withObject("/status/sync/comparedTo/source").put("path", "applications/another");
        });
        awaitStanding(request, Voided.class::isInstance);
        awaitTask(request, "reconsiderRequest");
    }

    void approve(String person, DeploymentRequest request, String comment) {
        String task = awaitTask(request, "approveDeployment");
        HttpResponse<String> answer =
                complete(signedIn(person), task, Map.of("decision", "approve", "comment", comment));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    /** Presses Start in the form of amend-request, as Tasklist does it. */
    void amend(String person, String request, String action) {
        HttpResponse<String> answer = start(
                signedIn(person),
                "amend-request",
                Map.of("request", request, "action", action, "reason", "The chart has moved on meanwhile"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}

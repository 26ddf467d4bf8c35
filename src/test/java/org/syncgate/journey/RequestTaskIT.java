package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncgate.demo.Behaviour;
import org.syncgate.demo.Browser;
import org.syncgate.model.ApplicationId;
import org.syncgate.request.DeploymentRequest;

/** Where the link of a notice leads. */
class RequestTaskIT extends AmendJourney {

    @Test
    void whoeverCanApproveIsLedToTheApproval() {
        DeploymentRequest request = askForApproval("dev");

        assertThat(ledTo(signedIn("rel"), request)).isEqualTo(inTasklist(awaitTask(request, "approveDeployment")));
    }

    @Test
    void whoeverHasClaimedItIsLedThereAsWell() {
        DeploymentRequest request = askForApproval("dev");
        String task = awaitTask(request, "approveDeployment");
        Browser rel = signedIn("rel");
        rel.enginePost("/task/" + task + "/claim", json(Map.of("userId", "rel")));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo("rel");

        assertThat(ledTo(rel, request)).isEqualTo(inTasklist(task));
    }

    @Test
    void whoeverMaySeeTasksOfOthersIsLedToThem() {
        DeploymentRequest request = askForApproval("dev");

        assertThat(ledTo(signedIn("admin"), request)).isEqualTo(inTasklist(awaitTask(request, "approveDeployment")));
    }

    @Test
    void whoeverIsInTheGroupButAskedForItIsLedToTheRequest() {
        DeploymentRequest request = askForApproval("rel");
        awaitTask(request, "approveDeployment");

        assertThat(ledTo(signedIn("rel"), request)).isEqualTo("/requests/" + request.id());
        assertThat(signedIn("rel").get("/requests/" + request.id()).body()).doesNotContain("Open its task");
        assertThat(signedIn("rel2").get("/requests/" + request.id()).body()).contains("Open its task");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "forum"})
    void whoeverSeesNoTaskIsLedToTheRequest(String person) {
        DeploymentRequest request = askForApproval("dev");

        assertThat(ledTo(signedIn(person), request)).isEqualTo("/requests/" + request.id());
    }

    @Test
    void theTaskMayBeInAnyOfTheProcessesThatWalkTheRequest() {
        ApplicationId application = pending();
        cluster("idfdev").behave(application.name(), Behaviour.fails("no such image"));
        DeploymentRequest request = ask("dev", application);
        String task = awaitTask(request, "resolveFailedSync");

        assertThat(ledTo(signedIn("dev"), request)).isEqualTo(inTasklist(task));
    }

    @Test
    void whoseAgreementIsVoidIsLedToTheDecisionOnIt() {
        DeploymentRequest request = askForApproval("dev");
        makeVoid(request);

        assertThat(ledTo(signedIn("dev"), request)).isEqualTo(inTasklist(awaitTask(request, "reconsiderRequest")));
        assertThat(ledTo(signedIn("rel"), request)).isEqualTo("/requests/" + request.id());
    }

    @Test
    void whatHasEndedHasNoTask() {
        DeploymentRequest request = awaitEnd(ask("dev", pending()));

        assertThat(ledTo(signedIn("dev"), request)).isEqualTo("/requests/" + request.id());
    }

    @Test
    void whoeverIsNotSignedInSignsInFirstAndComesBack() {
        DeploymentRequest request = askForApproval("dev");
        Browser stranger = new Browser(url());

        assertThat(stranger.get("/requests/" + request.id() + "/task").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));

        assertThat(stranger.signIn("rel", "rel").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/requests/" + request.id() + "/task"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r-zzzzzzzz", "nonsense"})
    void anUnknownRequestIsNotFound(String id) {
        HttpResponse<String> answer = signedIn("dev").get("/requests/" + id + "/task");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is no such page", "/requests\"")
                .doesNotContain("Whitelabel");
    }

    private String ledTo(Browser browser, DeploymentRequest request) {
        HttpResponse<String> answer = browser.get("/requests/" + request.id() + "/task");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replace(url(), "");
    }

    private static String inTasklist(String task) {
        return "/camunda/app/tasklist/default/#/?task=" + task;
    }
}

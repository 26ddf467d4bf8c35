package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.syncgate.request.DeploymentRequest;

/** Somebody comes to a task that another person has just done, or is just doing. */
class LateDecisionIT extends AmendJourney {

    private static final String DONE = "This task is done: somebody has decided on it meanwhile.";

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService rights;

    @AfterEach
    void leave() {
        identity.clearAuthentication();
        SecurityContextHolder.clearContext();
        rights.createAuthorizationQuery()
                .userIdIn("rel2")
                .list()
                .forEach(right -> rights.deleteAuthorization(right.getId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "unclaim", "complete", "submit-form"})
    void aTaskThatIsDoneIsSaidToBe(String call) {
        DeploymentRequest request = askForApproval("dev");
        String task = awaitTask(request, "approveDeployment");
        approve("rel", request, "Fine with me");

        HttpResponse<String> answer = signedIn("rel2")
                .enginePost(
                        "/task/" + task + "/" + call, json(call.equals("claim") ? Map.of("userId", "rel2") : Map.of()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        assertThat(tree(answer.body()).path("message").asText()).isEqualTo(DONE);
    }

    @Test
    void aTaskWhoseExecutionIsGoneAlreadyIsSaidToBeDone() {
        identity.setAuthentication("rel2", List.of("release-managers"));
        TaskEntity late = new TaskEntity("late");
        late.setExecutionId("gone");

        assertThatThrownBy(() -> workOn(late))
                .isInstanceOf(NullValueException.class)
                .hasMessage("Cannot find task with id late");
    }

    @Test
    void aTaskWhoseCandidatesAreGoneAlreadyIsSaidToBeDoneAndNotToBeForOthers() {
        DeploymentRequest request = askForApproval("dev");
        Task open = tasks.createTaskQuery()
                .taskId(awaitTask(request, "approveDeployment"))
                .singleResult();
        identity.setAuthentication("rel2", List.of("release-managers"));
        TaskEntity late = new TaskEntity("late");
        late.setExecutionId(open.getExecutionId());
        late.setProcessDefinitionId(open.getProcessDefinitionId());

        assertThatThrownBy(() -> workOn(late))
                .isInstanceOf(NullValueException.class)
                .hasMessage("Cannot find task with id late");
    }

    @Test
    void aTaskWhoseProcessEndsWhileItIsLookedAtIsSaidToBeDone() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        String id = awaitTask(request, "approveDeployment");
        mayWorkOnEveryTask("rel2");
        identity.setAuthentication("rel2", List.of("release-managers"));

        assertThatThrownBy(() -> engine.getCommandExecutorTxRequired().execute(context -> {
                    TaskEntity late = context.getTaskManager().findTaskById(id);
                    late.getExecution();
                    late.getCandidates();
                    assertThat(complete(signedIn("rel"), id, Map.of("decision", "reject", "comment", "Not this week"))
                                    .statusCode())
                            .isLessThan(300);
                    return workOn(late);
                }))
                .isInstanceOf(NullValueException.class)
                .hasMessage("Cannot find task with id " + id);
    }

    @Test
    void whoDecidesWhileSyncgateWritesToTheTaskIsNotToldToDoItAgain() {
        DeploymentRequest request = askForApproval("dev");
        awaitClock(request);
        String id = awaitTask(request, "approveDeployment");
        AtomicInteger tries = new AtomicInteger();
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("rel", "", "GROUP_release-managers"));

        engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            if (tries.incrementAndGet() == 1) {
                AtOnce.all(() -> {
                    tasks.setVariableLocal(id, "details", "What has moved meanwhile");
                    return id;
                });
            }
            task.setPriority(77);
            return id;
        });

        assertThat(tries).hasValue(2);
        assertThat(tasks.createTaskQuery().taskId(id).singleResult().getPriority())
                .isEqualTo(77);
    }

    @Test
    void whoeverHasNotClaimedATaskIsToldWhoReleasesIt() {
        DeploymentRequest request = askForApproval("dev");
        String task = awaitTask(request, "approveDeployment");
        assertThat(signedIn("rel")
                        .enginePost("/task/" + task + "/claim", json(Map.of("userId", "rel")))
                        .statusCode())
                .isEqualTo(204);

        HttpResponse<String> answer = signedIn("rel2").enginePost("/task/" + task + "/unclaim", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(tree(answer.body()).path("message").asText())
                .isEqualTo("A task is released by whoever has claimed it, or by an administrator.");
    }

    /** Since those that come with the task are gone with it, and what comes after them would not be reached. */
    private void mayWorkOnEveryTask(String person) {
        Authorization right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(person);
        right.setResource(Resources.TASK);
        right.setResourceId(Authorization.ANY);
        right.addPermission(Permissions.UPDATE);
        rights.saveAuthorization(right);
    }

    /** As a command does that has found the task just before it was gone. */
    private Void workOn(TaskEntity task) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            engine.getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
            return null;
        });
    }
}

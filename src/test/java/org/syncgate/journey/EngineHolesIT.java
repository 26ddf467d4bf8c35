package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Response;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.demo.Browser;
import org.syncgate.model.Groups;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;

/**
 * The holes of the engine's community edition, each by the way in. Where two doors are shut one behind the other, the inner
 * one is tried from inside, as the webapps' API would come to it.
 */
// first: it asks about all that was ever, which takes the engine seconds once other tests have left much
@Order(1)
class EngineHolesIT extends AmendJourney {

    private static final String CODE = "${fox}";

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private IdentityService identity;

    @Autowired
    private FilterService filters;

    private DeploymentRequest request;
    private String task = "";

    @BeforeEach
    void aDeveloperAsks() {
        identity.clearAuthentication();
        request = untouched("dev2");
        task = awaitTask(request, "approveDeployment");
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task",
                "/task/count",
                "/filter/FILTER/list",
                "/filter/FILTER/count",
                "/filter/FILTER/singleResult"
            })
    void codeInAQueryIsRefusedHoweverDeepItIs(String path) {
        String filter = filters.createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
        for (String query : List.of(
                "{\"assigneeExpression\": \"X\"}",
                "{\"orQueries\": [{\"dueAfterExpression\": \"X\"}]}",
                "{\"orQueries\": [{\"name\": \"x\"}, {\"assigneeExpression\": \"X\"}]}",
                "{\"orQueries\": [{\"candidateGroupsExpression\": \"X\", \"name\": \"x\"}]}",
                "{\"orQueries\": [{\"processInstanceBusinessKeyExpression\": \"X\"}]}",
                "{\"orQueries\": [{\"followUpBeforeOrNotExistentExpression\": \"X\"}]}")) {
            HttpResponse<String> answer =
                    signedIn("rel2").enginePost(path.replace("FILTER", filter), query.replace("X", CODE));

            assertThat(answer.statusCode()).as(query + answer.body()).isBetween(400, 403);
            assertThat(answer.body()).doesNotContain("fox");
        }
    }

    @Test
    void codeInTheAddressOfAQueryIsRefused() {
        for (String parameter :
                List.of("ownerExpression", "assigneeExpression", "dueAfterExpression", "candidateGroupExpression")) {
            for (String path : List.of("/task", "/task/count")) {
                assertThat(signedIn("rel2")
                                .engineGet(path + "?" + parameter + "=%24%7Bfox%7D")
                                .statusCode())
                        .as(path + parameter)
                        .isBetween(400, 403);
            }
        }
    }

    @Test
    void codeInANestedQueryIsRefusedInTheEngineItself() {
        TaskQueryImpl query = (TaskQueryImpl) engine.getTaskService()
                .createTaskQuery()
                .or()
                .dueAfterExpression(CODE)
                .endOr();
        Filter own = filters.createFilterQuery().filterName("My tasks").singleResult();

        refused("rel2", Groups.RELEASE_MANAGERS, query::list).hasMessageContaining("must not contain expressions");
        refused("rel2", Groups.RELEASE_MANAGERS, query::count).hasMessageContaining("must not contain expressions");
        refused("rel2", Groups.RELEASE_MANAGERS, () -> filters.list(own.getId(), query))
                .hasMessageContaining("must not contain expressions");
        refused("rel2", Groups.RELEASE_MANAGERS, () -> filters.count(own.getId(), query))
                .hasMessageContaining("must not contain expressions");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history/task",
                "/history/process-instance",
                "/history/variable-instance",
                "/history/activity-instance",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/group"
            })
    void inNoOtherQueryIsCodeEverEvaluated(String path) {
        for (String field :
                List.of("dueAfterExpression", "assigneeExpression", "processInstanceBusinessKeyExpression")) {
            for (String body :
                    List.of(json(Map.of("orQueries", List.of(Map.of(field, CODE)))), json(Map.of(field, CODE)))) {
                // one will do: what other tests have left takes seconds to list
                HttpResponse<String> answer = signedIn("admin").enginePost(path + "?maxResults=1", body);

                // evaluated, it would fail: there is no fox
                assertThat(answer.statusCode()).as(body + answer.body()).isIn(200, 400);
                assertThat(answer.body()).doesNotContain("fox");
            }
        }
    }

    @Test
    void nobodyKeepsAFilterWhoseCodeWouldRunLater() {
        TaskQuery query = engine.getTaskService().createTaskQuery().taskAssigneeExpression(CODE);
        Filter known = filters.createFilterQuery().filterName("My tasks").singleResult();

        for (String group : Groups.ALL) {
            refused(
                    "somebody",
                    group,
                    () -> filters.saveFilter(filters.newTaskFilter("mine").setQuery(query)));
            refused("somebody", group, () -> filters.saveFilter(known.setQuery(query)));
            refused("somebody", group, () -> filters.deleteFilter(known.getId()));
        }
        for (String person : List.of("dev", "admin")) {
            String body =
                    json(Map.of("name", "mine", "resourceType", "Task", "query", Map.of("assigneeExpression", CODE)));
            assertThat(signedIn(person).enginePost("/filter/create", body).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyBecomesAnAdministratorOfTheEngine() {
        for (String call : List.of(
                "/camunda/api/admin/setup/default/user/create", "/camunda/api/engine/engine/default/user/create")) {
            String body = json(Map.of("profile", Map.of("id", "eve"), "credentials", Map.of("password", "eve")));
            assertThat(signedIn("admin").call("POST", call, body).statusCode()).isEqualTo(403);
            assertThat(signedIn("guest").call("POST", call, body).statusCode()).isEqualTo(403);
        }
        assertThat(identity.isReadOnly()).as("even if it was let through").isTrue();
        assertThat(engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .groupIdIn("camunda-admin")
                        .count())
                .isZero();
        assertThat(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getAdminUsers())
                .isEmpty();
    }

    @Test
    void theRequesterIsWhoeverStartedItWhateverIsPosted() {
        DeploymentRequest own = ask("dev", pendingApproval());

        assertThat(own.wish().requester()).isEqualTo("dev");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(own.processInstance())
                        .singleResult()
                        .getStartUserId())
                .isEqualTo("dev");
        for (String name : List.of("initiator", "requester", "startUserId")) {
            Map<String, Object> fields = wish(pendingApproval());
            fields.put(name, "rel2");
            assertThat(start(signedIn("dev"), fields).statusCode()).as(name).isEqualTo(400);
        }
    }

    @Test
    void noCallReachesTheEngineAsNobodyForWhomItWouldCheckNothing() {
        long all = engine.getTaskService().createTaskQuery().count();

        assertThat(all).isPositive();
        Browser guest = signedIn("guest");
        guest.get("/camunda/app/welcome/default/");
        assertThat(tree(guest.engineGet("/task/count").body()).path("count").asInt(-1))
                .isZero();
        assertThat(tree(guest.enginePost("/task/count", "{}").body())
                        .path("count")
                        .asInt(-1))
                .isZero();
        assertThat(tree(guest.engineGet("/process-instance/count").body())
                        .path("count")
                        .asInt(-1))
                .isZero();
    }

    @Test
    void aCandidateHandsATaskToNobodyAndRewritesNothingOfIt() {
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.claim(task, "eve"))
                .hasMessageContaining("for yourself only");
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.setAssignee(task, "eve"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.delegateTask(task, "eve"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.setOwner(task, "eve"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.addCandidateUser(task, "eve"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.setVariable(task, "group", "developers"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.setVariableLocal(task, "group", "developers"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.removeVariable(task, "request"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> runtime.setVariable(request.processInstance(), "request", "x"));
        refused("rel2", Groups.RELEASE_MANAGERS, () -> tasks.setPriority(task, 1));
        as("rel2", Groups.RELEASE_MANAGERS, () -> {
            assertThatThrownBy(() -> tasks.complete(task, Map.of("outcome", "deployed")))
                    .isInstanceOf(ProcessEngineException.class);
            return null;
        });
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"developers", "release-managers", "coordinators", "syncgate-admins"})
    void nobodyMovesARequestInTheEngine(String group) {
        String instance = request.processInstance();
        refused(
                "somebody",
                group,
                () -> runtime.createProcessInstanceModification(instance)
                        .startBeforeActivity("walkPath")
                        .execute());
        refused("somebody", group, () -> runtime.deleteProcessInstance(instance, "gone"));
        refused("somebody", group, () -> runtime.suspendProcessInstanceById(instance));
        refused("somebody", group, () -> runtime.setVariable(instance, "outcome", "deployed"));
        refused(
                "somebody",
                group,
                () -> runtime.createMessageCorrelation("requestWithdrawn")
                        .processInstanceId(instance)
                        .correlateWithResult());
        refused(
                "somebody",
                group,
                () -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("x.bpmn", "<x/>")
                        .deploy());
        refused(
                "somebody",
                group,
                () -> engine.getRepositoryService().suspendProcessDefinitionByKey("deploy-application"));
    }

    @Test
    void thereAreNoTasksOutsideOfProcesses() {
        assertThatThrownBy(() -> tasks.saveTask(tasks.newTask())).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void classesOfObjectsAreCheckedBeforeTheyAreMade() {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(configuration.isDeserializationTypeValidationEnabled()).isTrue();
        assertThat(configuration.isEnableExpressionsInAdhocQueries()).isFalse();
        assertThat(configuration.isStandaloneTasksEnabled()).isFalse();
        assertThat(configuration.getDefaultUserPermissionNameForTask()).isEqualTo("TASK_WORK");
        assertThat(configuration.isAuthorizationEnabled()).isTrue();
    }

    @Test
    void expressionsReachDelegatesAndNoOtherBean() {
        Map<Object, Object> beans =
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getBeans();

        assertThat(beans.containsKey("openRequest")).isTrue();
        assertThat(beans.containsKey("dataSource")).isFalse();
        assertThat(beans.containsKey("jdbcRequests")).isFalse();
        assertThat(beans.get("processEngine")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"dev, 400 403", "coord, 403", "forum, 400 403", "guest, 403"})
    void whoSeesNoTaskCommentsOnNone(String person, String refusals) {
        HttpResponse<String> answer =
                signedIn(person).enginePost("/task/" + task + "/comment/create", "{\"message\":\"It is fine\"}");

        assertThat(refusals).as(answer.body()).contains(String.valueOf(answer.statusCode()));
        as("somebody", Groups.DEVELOPERS, () -> {
            noComment(Response.Status.FORBIDDEN, () -> tasks.createComment(task, null, "It is fine"));
            return null;
        });
        as("somebody", Groups.SYNCGATE_ADMINS, () -> {
            noComment(
                    Response.Status.BAD_REQUEST,
                    () -> tasks.createComment(null, request.processInstance(), "It is fine"));
            noComment(
                    Response.Status.BAD_REQUEST,
                    () -> tasks.createComment(task, request.processInstance(), "It is fine"));
            return null;
        });
        assertThat(tasks.getTaskComments(task)).isEmpty();
    }

    @Test
    void whoSeesATaskCommentsOnItAndOthersDoNotReadThat() {
        HttpResponse<String> answer = signedIn("rel2")
                .enginePost("/task/" + task + "/comment/create", "{\"message\":\"<b>Is</b> it tested?\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String comment = tree(answer.body()).path("id").asText();

        assertThat(signedIn("rel2").engineGet("/task/" + task + "/comment").body())
                .contains("it tested?");
        for (String person : List.of("dev", "forum", "guest")) {
            for (String path : List.of("/comment", "/comment/" + comment)) {
                assertThat(signedIn(person).engineGet("/task/" + task + path).body())
                        .doesNotContain("tested");
            }
            assertThat(signedIn(person)
                            .engineGet("/process-instance/" + request.processInstance() + "/comment")
                            .body())
                    .doesNotContain("tested");
        }
    }

    @Test
    void whoHasAFailedStepTriedAgainIsKeptInTheRecord() {
        Job job = failed();

        String retries = "/camunda/api/engine/engine/default/job/" + job.getId() + "/retries";
        for (String person : List.of("dev", "rel2", "coord")) {
            assertThat(signedIn(person).call("PUT", retries, "{\"retries\":1}").statusCode())
                    .isEqualTo(403);
        }
        assertThat(recorded(request)).doesNotContain(Kind.STEP_RETRIED);
        HttpResponse<String> answer = signedIn("admin").call("PUT", retries, "{\"retries\":1}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(records.of(request.id()))
                .filteredOn(entry -> entry.kind() == Kind.STEP_RETRIED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).isEqualTo("admin");
                    assertThat(entry.why()).isNotBlank();
                    assertThat(entry.application()).contains(request.agreement().application());
                });
    }

    private static void noComment(Response.Status status, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        RestException.class,
                        refusal -> assertThat(refusal.getStatus()).isEqualTo(status));
    }

    /** One of the request's timers, as if it had failed for good. */
    private Job failed() {
        Job job = management
                .createJobQuery()
                .processInstanceId(
                        tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId())
                .list()
                .get(0);
        management.setJobRetries(job.getId(), 0);
        return job;
    }

    private AbstractThrowableAssert<?, ?> refused(String person, String group, ThrowingCallable attempt) {
        return as(person, group, () -> assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class));
    }

    private <T> T as(String person, String group, Supplier<T> what) {
        identity.setAuthentication(person, List.of(group));
        try {
            return what.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}

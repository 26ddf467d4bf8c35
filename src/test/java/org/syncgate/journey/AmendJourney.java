package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.task.Task;
import org.syncgate.model.ApplicationId;
import org.syncgate.record.Kind;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Standing.Voided;

/** What journeys with approvals and amendments have in common. */
abstract class AmendJourney extends Journey {

    static final String NEWER = "0123456789abcdef0123456789abcdef01234567";

    /** By the class and whoever asked; the tests of a class run one after the other. */
    private static final Map<String, Untouched> UNTOUCHED = new ConcurrentHashMap<>();

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

    /**
     * A request that waits for somebody's okay, announced, for tests in which all that is tried is refused: such a test leaves
     * it to the next of its class. Where one has left anything on it, another is asked for.
     */
    DeploymentRequest untouched(String person) {
        String key = getClass().getName() + " " + person;
        Untouched last = UNTOUCHED.get(key);
        if (last != null && traces(last.request()).equals(last.traces())) {
            return last.request();
        }
        Untouched next = asked(person);
        UNTOUCHED.put(key, next);
        return next.request();
    }

    private Untouched asked(String person) {
        DeploymentRequest request = askForApproval(person);
        awaitClock(request);
        awaitTold(request);
        return new Untouched(request, traces(request));
    }

    /** All that somebody could have done to it: to the request, its notices, its tasks and its application. */
    private List<Object> traces(DeploymentRequest request) {
        ApplicationId id = request.agreement().application();
        ObjectNode application = cluster(id.cluster()).application(id.name()).deepCopy();
        application.withObject("/metadata").remove("resourceVersion");
        return List.of(
                requests.find(request.id()),
                records.of(request.id()),
                written.of(request.id()),
                application,
                tasks.createTaskQuery().processInstanceBusinessKey(request.id().text()).list().stream()
                        .map(this::traces)
                        .sorted()
                        .toList());
    }

    private String traces(Task task) {
        return String.join(
                " ",
                task.getId(),
                task.getName(),
                String.valueOf(task.getAssignee()),
                String.valueOf(task.getOwner()),
                String.valueOf(task.getDescription()),
                String.valueOf(task.getDelegationState()),
                String.valueOf(task.getDueDate()),
                String.valueOf(task.getFollowUpDate()),
                String.valueOf(task.getPriority()),
                String.valueOf(task.isSuspended()),
                tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(link -> link.getType() + ":" + link.getUserId() + ":" + link.getGroupId())
                        .sorted()
                        .toList()
                        .toString(),
                String.valueOf(tasks.getTaskComments(task.getId()).size()),
                String.valueOf(tasks.getTaskAttachments(task.getId()).size()),
                // in an order of its own, since the database gives them in any
                new TreeMap<>(tasks.getVariables(task.getId())).toString());
    }

    private record Untouched(DeploymentRequest request, List<Object> traces) {}

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

package org.syncgate.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractStringAssert;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.syncgate.demo.SimulatedCluster;
import org.syncgate.model.ApplicationId;

/** What the tests of refused starts share: an answer with a sentence, and nothing that is kept. */
@Tag("one-at-a-time")
abstract class Refusals extends Journey {

    static final String SUBMIT = "/process-definition/key/deploy-application/submit-form";

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    /** Starts as a developer; answers the message of what has to be a 400 that leaves nothing behind. */
    AbstractStringAssert<?> assertRefused(ApplicationId application, Map<String, Object> fields) {
        return assertRefused(400, application, () -> start(signedIn("dev"), fields));
    }

    /** Answers the message of what has to be refused with this status and leave nothing behind. */
    AbstractStringAssert<?> assertRefused(
            int status, ApplicationId application, Supplier<HttpResponse<String>> attempt) {
        HttpResponse<String> answer = leavingNothing(application, attempt);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return assertThat(tree(answer.body()).path("message").asText()).doesNotStartWith("Cannot instantiate");
    }

    /** Makes an attempt that has to leave no request, record, process or change of the Application behind. */
    HttpResponse<String> leavingNothing(ApplicationId application, Supplier<HttpResponse<String>> attempt) {
        awaitAllTold();
        Kept before = kept(application);
        HttpResponse<String> answer = attempt.get();
        Kept after = kept(application);
        assertThat(after).as(answer.body()).isEqualTo(before);
        return answer;
    }

    /** A new application in a cluster, in the state in which another is seeded in another one. */
    ApplicationId copyInto(String cluster, String from, String seeded) {
        ApplicationId there = copyOf(from, seeded);
        ObjectNode copy = cluster(from).application(there.name());
        ((ObjectNode) copy.get("metadata")).remove(List.of("resourceVersion", "uid"));
        cluster(cluster).put(copy);
        return new ApplicationId(cluster, there.name());
    }

    static Map<String, Object> with(ApplicationId application, String field, Object value) {
        Map<String, Object> fields = new HashMap<>(wish(application));
        fields.put(field, value);
        return fields;
    }

    static Map<String, Object> without(ApplicationId application, String field) {
        Map<String, Object> fields = new HashMap<>(wish(application));
        fields.remove(field);
        return fields;
    }

    private Kept kept(ApplicationId application) {
        Set<String> openings = Set.copyOf(jdbc.sql("select subject from syncgate.record where kind = 'request-opened'")
                .query(String.class)
                .list());
        Set<String> requestIds = Set.copyOf(
                jdbc.sql("select id from syncgate.request").query(String.class).list());
        List<ProcessInstance> running =
                runtime.createProcessInstanceQuery().rootProcessInstances().list();
        List<HistoricProcessInstance> all = history.createHistoricProcessInstanceQuery()
                .rootProcessInstances()
                .list();
        Set<String> known = all.stream().map(HistoricProcessInstance::getId).collect(Collectors.toSet());
        Set<String> unknown = running.stream()
                .map(ProcessInstance::getId)
                .filter(instance -> !known.contains(instance))
                .collect(Collectors.toSet());
        return new Kept(requestIds, openings, known, unknown, stateOf(application));
    }

    /** What is still to be told of somebody else's request is delivered by a process, which begins at any moment. */
    private void awaitAllTold() {
        await("what is to be told")
                .atMost(PATIENCE)
                .until(() -> jdbc.sql(
                                        "select count(*) from syncgate.notice where delivered_at is null and abandoned_at is null")
                                .query(Integer.class)
                                .single()
                        == 0);
    }

    private static String stateOf(ApplicationId application) {
        try {
            SimulatedCluster cluster = cluster(application.cluster());
            return "version "
                    + cluster.application(application.name())
                            .at("/metadata/resourceVersion")
                            .asText()
                    + ", syncs seen " + cluster.syncsSeen(application.name());
        } catch (NoSuchElementException none) {
            return "there is none";
        }
    }

    /** Whatever a start leaves behind; what other requests do meanwhile is not in it. */
    private record Kept(
            Set<String> requests,
            Set<String> openings,
            Set<String> everStarted,
            Set<String> runningWithoutHistory,
            String application) {}
}

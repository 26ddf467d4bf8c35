package org.syncgate.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.syncgate.window.Calendars;
import org.syncgate.window.Windows;

/**
 * An upgrade finds instances of earlier versions' models: each ends on today's beans, by the models that it began with. As
 * long as no release has left models, today's own stand for them.
 */
class EarlierModelsTests extends PathRun {

    @Autowired
    Windows windows;

    @Autowired
    Calendars calendars;

    private final Map<EarlierModels, Set<String>> reached = new HashMap<>();

    private Optional<EarlierModels> earlier = Optional.empty();
    private Optional<String> earlierDeployment = Optional.empty();
    private Optional<String> upgrade = Optional.empty();

    EarlierModelsTests() {
        super(AT_WILL);
    }

    static Stream<Arguments> waitStates() throws IOException {
        return EarlierModels.all().stream()
                .flatMap(models -> Stream.of(WaitState.values()).map(state -> arguments(models, state)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("waitStates")
    void whatHasBegunOnAnEarlierVersionsModelsEndsOnTodaysBeans(EarlierModels models, WaitState state) {
        Date before = new Date();
        String deployment = isLatest(models);
        moveTo(state.cluster());
        Runnable rest = state.reach(this);
        Set<String> begun = roots();
        reached.computeIfAbsent(models, none -> new TreeSet<>()).addAll(positions(deployment));

        upgrade = Optional.of(EarlierModels.TODAY.deploy(repository));
        rest.run();

        List<HistoricProcessInstance> walked =
                history.createHistoricProcessInstanceQuery().startedAfter(before).list().stream()
                        .filter(instance -> begun.contains(instance.getRootProcessInstanceId()))
                        .toList();
        assertThat(walked).isNotEmpty().allSatisfy(instance -> {
            assertThat(instance.getEndTime())
                    .as("%s ended", instance.getProcessDefinitionKey())
                    .isNotNull();
            assertThat(definitions(deployment))
                    .as("%s, as it was begun", instance.getProcessDefinitionKey())
                    .contains(instance.getProcessDefinitionId());
        });
    }

    @AfterEach
    void anUpgradeIsUndone() {
        upgrade.ifPresent(this::undo);
        upgrade = Optional.empty();
    }

    @AfterAll
    void todaysModelsAreTheLatestAgain() {
        earlierDeployment.ifPresent(this::undo);
    }

    @AfterAll
    void inEachWaitStateOfEachVersionSomethingWasFound() {
        reached.forEach((models, positions) ->
                assertThat(positions).as("models of %s", models).containsAll(models.waitStates()));
    }

    /** Something was synced past the gate, and is asked about. */
    void bypassed() {
        long id = jdbc.sql("""
                        insert into syncgate.bypass (
                            cluster, application, uid, what, evidence, automatic, by, words, revisions, seen_at, asked)
                        select :cluster, 'gafaelfawr', '', 'sync', 'seen ' || (select count(*) from syncgate.bypass), false,
                            'jsick', 'Argo CD began to sync it, as jsick asked.', '{}', :now, true
                        returning id
                        """)
                .param("cluster", application().cluster())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        runtime.startProcessInstanceByKey("explain-bypass", "b-" + id);
    }

    /** It is later. */
    void comes(Instant moment) {
        clock.passes(Duration.between(clock.instant(), moment));
    }

    private String isLatest(EarlierModels models) {
        if (!earlier.equals(Optional.of(models))) {
            earlierDeployment.ifPresent(this::undo);
            earlierDeployment = Optional.of(models.deploy(repository));
            earlier = Optional.of(models);
        }
        return earlierDeployment.orElseThrow();
    }

    private void undo(String deployment) {
        repository.deleteDeployment(deployment, true);
    }

    private Set<String> roots() {
        return runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
    }

    /** Where instances stand: which model, and which of its elements. */
    private Set<String> positions(String deployment) {
        Set<String> positions = new TreeSet<>();
        for (ProcessInstance instance :
                runtime.createProcessInstanceQuery().deploymentId(deployment).list()) {
            String model = instance.getProcessDefinitionKey();
            positions.add(model);
            runtime.getActiveActivityIds(instance.getId()).forEach(id -> positions.add(model + "/" + id));
        }
        return positions;
    }

    private Set<String> definitions(String deployment) {
        return repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                .map(ProcessDefinition::getId)
                .collect(Collectors.toSet());
    }
}

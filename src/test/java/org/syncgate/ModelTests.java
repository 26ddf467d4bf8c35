package org.syncgate;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.model.bpmn.impl.BpmnModelConstants.CAMUNDA_NS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.NestedExceptionUtils;

/** What the models and forms promise each other and the code, found before an engine runs them. */
class ModelTests {

    private static final Pattern KEBAB = Pattern.compile("[a-z]+(-[a-z0-9]+)*");
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[a-z]+([A-Z][a-z0-9]*)+");

    private static final Set<String> GROUPS = Set.of(
            "developers",
            "release-managers",
            "coordinators",
            "telescope-configuration-managers",
            "forum-team",
            "syncgate-admins");

    private static final Map<Path, BpmnModelInstance> MODELS = new HashMap<>();
    private static final Set<String> VARIABLES = ModelNames.variables();
    private static final Set<String> STEPS = ModelNames.steps();

    static List<Path> processes() {
        return ModelFiles.processes();
    }

    static List<Path> decisions() {
        return ModelFiles.decisions();
    }

    static List<Path> forms() {
        return ModelFiles.forms();
    }

    /** What has begun on a release's models goes on with them. */
    static Stream<Path> processesOfEveryVersion() {
        return Stream.concat(processes().stream(), ModelFiles.releasedProcesses().stream());
    }

    static Stream<Path> formsOfEveryVersion() {
        return Stream.concat(forms().stream(), ModelFiles.releasedForms().stream());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aProcessIsNamedAsItsFileAndKeepsItsHistoryForAKnownTime(Path file) {
        assertThat(all(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(ModelFiles.stem(file)).matches(KEBAB);
            assertThat(process.getName()).isNotBlank();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
            assertThat(process.isExecutable()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theDecisionThatIsAskedIsNamedAsItsFileAndEachOfTheOthersServesIt(Path file) {
        Collection<Decision> decisions = decisions(file);
        Decision asked = decisions.stream()
                .filter(decision -> decision.getId().equals(ModelFiles.stem(file)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " has no decision of its name"));
        Set<Decision> served = new LinkedHashSet<>(Set.of(asked));
        required(asked, served);
        assertThat(served).containsExactlyInAnyOrderElementsOf(decisions);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionHasANameAndAVersionAndKeepsItsHistoryForAKnownTime(Path file) {
        assertThat(decisions(file)).isNotEmpty().allSatisfy(decision -> {
            assertThat(decision.getId()).matches(KEBAB);
            assertThat(decision.getName()).isNotBlank();
            assertThat(decision.getVersionTag()).isNotBlank();
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsDrawnWithAllThatItRequires(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        assertThat(Stream.of(Decision.class, InputData.class, InformationRequirement.class)
                        .flatMap(type -> model.getModelElementsByType(type).stream())
                        .map(element -> element.getAttributeValue("id")))
                .allSatisfy(id -> assertThat(ModelFiles.text(file)).containsOnlyOnce("dmnElementRef=\"" + id + "\""));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAsItsFileAndBelongsToATask(Path file) {
        assertThat(json(file).path("id").asText())
                .isEqualTo(ModelFiles.stem(file))
                .matches(KEBAB);
        assertThat(json(file).path("schemaVersion").asInt()).as("%s", file).isEqualTo(16);
        assertThat(processes().stream()
                        .map(ModelFiles::text)
                        .anyMatch(model -> model.contains("\"" + ModelFiles.stem(file) + "\"")
                                || model.contains("/" + file.getFileName() + "\"")))
                .as("a model uses %s", file)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void tasksAreVerbAndObjectEventsSeveralWordsAndGatewaysQuestions(Path file) {
        List<String> faults = new ArrayList<>();
        for (FlowNode node : all(file, FlowNode.class)) {
            boolean named = node.getName() != null && !node.getName().isBlank();
            if ((node instanceof Activity || node instanceof Event)
                    && !(named && SEVERAL_WORDS.matcher(node.getId()).matches())) {
                faults.add(node.getId() + " needs a name, and an id of several words in camelCase");
            }
            if (node instanceof Gateway
                    && !(node instanceof ParallelGateway)
                    && node.getOutgoing().size() > 1
                    && !(named && node.getName().endsWith("?"))) {
                faults.add(node.getId() + " asks no question");
            }
        }
        assertThat(faults).as("%s", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyAnswerOfAGatewayHasAWordAndACondition(Path file) {
        List<String> faults = new ArrayList<>();
        for (ExclusiveGateway gateway : all(file, ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                continue;
            }
            for (SequenceFlow answer : gateway.getOutgoing()) {
                if (answer.getName() == null || answer.getName().isBlank()) {
                    faults.add(answer.getId() + " has no word");
                }
                if (answer.getConditionExpression() == null && !answer.equals(gateway.getDefault())) {
                    faults.add(answer.getId() + " has no condition");
                }
            }
        }
        assertThat(faults).as("%s", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsOnAWayFromTheStartToAnEnd(Path file) {
        List<String> faults = new ArrayList<>();
        for (FlowNode node : all(file, FlowNode.class)) {
            boolean begins = node instanceof StartEvent
                    || node instanceof BoundaryEvent
                    || node instanceof SubProcess part && part.triggeredByEvent();
            boolean ends = node instanceof EndEvent || node instanceof SubProcess part && part.triggeredByEvent();
            if (!begins && node.getIncoming().isEmpty()) {
                faults.add("nothing leads to " + node.getId());
            }
            if (!ends && node.getOutgoing().isEmpty()) {
                faults.add("nothing follows " + node.getId());
            }
        }
        assertThat(faults).as("%s", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processesOfEveryVersion")
    void codeIsBoundByBeanNameAndTheBeanIsAStepOfTheProcess(Path file) {
        List<String> faults = new ArrayList<>();
        for (DomElement element : elements(file)) {
            if (camunda(element, "class").isPresent() || element.hasAttribute(CAMUNDA_NS, "type")) {
                faults.add(element.getAttribute("id") + " is not bound by a bean's name");
            }
            Stream.of("delegateExpression", "expression")
                    .flatMap(attribute -> camunda(element, attribute).stream())
                    .filter(value -> ModelNames.inExpressions(value).noneMatch(STEPS::contains))
                    .forEach(value -> faults.add(value + " is no step; there are " + STEPS));
        }
        assertThat(faults).as("%s", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processesOfEveryVersion")
    void everyVariableIsInVars(Path file) {
        Set<String> names = ModelNames.inExpressions(ModelFiles.text(file)).collect(toCollection(TreeSet::new));
        all(file, CamundaIn.class).forEach(in -> addAll(names, in.getCamundaSource(), in.getCamundaTarget()));
        all(file, CamundaOut.class).forEach(out -> addAll(names, out.getCamundaSource(), out.getCamundaTarget()));
        names.removeAll(STEPS);
        names.removeAll(VARIABLES);
        assertThat(names).as("what %s names and Vars does not", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formsOfEveryVersion")
    void everyFieldAndVariableOfAFormIsInVars(Path file) {
        Set<String> names = new TreeSet<>();
        collect(json(file), names);
        names.removeAll(VARIABLES);
        assertThat(names).as("what %s names and Vars does not", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatAModelNamesIsThereAndBoundToItsOwnDeployment(Path file) {
        List<String> faults = new ArrayList<>();
        for (CallActivity call : all(file, CallActivity.class)) {
            need(call.getId(), call.getCalledElement(), call.getCamundaCalledElementBinding(), processes(), faults);
        }
        for (BusinessRuleTask rule : all(file, BusinessRuleTask.class)) {
            String decision = rule.getCamundaDecisionRef();
            if (decision != null) {
                need(rule.getId(), decision, rule.getCamundaDecisionRefBinding(), decisions(), faults);
            }
        }
        for (UserTask task : all(file, UserTask.class)) {
            need(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding(), forms(), faults);
        }
        assertThat(faults).as("%s", file).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aPersonsClickCommitsAndReturnsAndAJoinIsTriedAgainOnItsOwn(Path file) {
        assertThat(all(file, UserTask.class))
                .allSatisfy(task -> assertThat(task.isCamundaAsyncAfter())
                        .as(task.getId() + " is asyncAfter")
                        .isTrue());
        assertThat(all(file, ParallelGateway.class).stream()
                        .filter(gateway -> gateway.getIncoming().size() > 1))
                .allSatisfy(join -> assertThat(join.isCamundaAsyncBefore())
                        .as(join.getId() + " is asyncBefore")
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void noTaskIsWithoutSomebodyToDoItAReminderAndAnEnd(Path file) {
        for (UserTask task : all(file, UserTask.class)) {
            assertThat(task.getCamundaCandidateGroupsList())
                    .as("candidate groups of " + task.getId())
                    .isNotEmpty()
                    .allMatch(group -> GROUPS.contains(group) || group.contains("${"));
            List<Boolean> interrupting = all(file, BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(task))
                    .filter(ModelTests::isTimer)
                    .map(BoundaryEvent::cancelActivity)
                    .toList();
            assertThat(interrupting)
                    .as("a reminder that leaves " + task.getId() + " open, and an end")
                    .contains(true, false);
        }
    }

    @Test
    void theProcessesThatPeopleStartAreTheOnesThatTasklistShows() {
        Set<String> startable = new TreeSet<>();
        for (Path file : processes()) {
            all(file, Process.class).stream()
                    .filter(Process::isCamundaStartableInTasklist)
                    .map(Process::getId)
                    .forEach(startable::add);
        }
        assertThat(Set.of("deploy-application", "amend-request", "freeze-gates", "maintenance-window"))
                .containsAll(startable);
        assertThat(startable).contains("deploy-application", "amend-request", "freeze-gates");
    }

    private static Collection<Decision> decisions(Path file) {
        return Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class);
    }

    private static void required(Decision decision, Set<Decision> found) {
        decision.getInformationRequirements().stream()
                .map(InformationRequirement::getRequiredDecision)
                .filter(Objects::nonNull)
                .filter(found::add)
                .forEach(required -> required(required, found));
    }

    private static boolean isTimer(BoundaryEvent event) {
        Collection<EventDefinition> definitions = event.getEventDefinitions();
        return definitions.stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** A name with an expression in it stands for all files that it could become: one has to be there. */
    private static void need(String element, String name, String binding, List<Path> files, List<String> faults) {
        if (name == null) {
            faults.add(element + " names nothing");
            return;
        }
        Pattern pattern = Pattern.compile(name.replaceAll("[$#]\\{[^}]*}", ".+"));
        if (files.stream()
                .map(ModelFiles::stem)
                .noneMatch(stem -> pattern.matcher(stem).matches())) {
            faults.add(element + " names " + name + ", which is not there");
        }
        if (!"deployment".equals(binding)) {
            faults.add(element + " is bound to " + binding + ", not to its deployment");
        }
    }

    private static <T extends ModelElementInstance> Collection<T> all(Path file, Class<T> type) {
        return model(file).getModelElementsByType(type);
    }

    private static BpmnModelInstance model(Path file) {
        return MODELS.computeIfAbsent(file, ModelTests::read);
    }

    private static BpmnModelInstance read(Path file) {
        try {
            return Bpmn.readModelFromFile(file.toFile());
        } catch (ModelException e) {
            throw new IllegalStateException(
                    file + " is no valid BPMN: " + NestedExceptionUtils.getMostSpecificCause(e), e);
        }
    }

    private static List<DomElement> elements(Path file) {
        List<DomElement> elements = new ArrayList<>();
        collect(model(file).getDocument().getRootElement(), elements);
        return elements;
    }

    private static void collect(DomElement element, List<DomElement> elements) {
        elements.add(element);
        element.getChildElements().forEach(child -> collect(child, elements));
    }

    /** Camunda's attributes bear its prefix, but not on Camunda's own elements. */
    private static Optional<String> camunda(DomElement element, String attribute) {
        return Optional.ofNullable(
                element.getNamespaceURI().equals(CAMUNDA_NS)
                        ? element.getAttribute(attribute)
                        : element.getAttribute(CAMUNDA_NS, attribute));
    }

    private static void addAll(Set<String> names, String... found) {
        Stream.of(found)
                .filter(Objects::nonNull)
                .filter(name -> !name.contains("{"))
                .forEach(names::add);
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            ModelNames.inFormText(node.asText()).forEach(names::add);
        }
        if (node.path("key").isTextual() && node.path("type").isTextual()) {
            names.add(node.path("key").asText());
        }
        node.forEach(child -> collect(child, names));
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " is no JSON", e);
        }
    }
}

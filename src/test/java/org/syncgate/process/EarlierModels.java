package org.syncgate.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The models, forms and decisions of one version.
 *
 * @param version which
 * @param folder where its {@code bpmn} and {@code forms} lie
 */
record EarlierModels(String version, Path folder) {

    static final Path RELEASED = Path.of("src/test/resources/models");

    /** Those in the making. */
    static final EarlierModels TODAY = new EarlierModels("today", Path.of(""));

    /** Those of each release, and today's. */
    static List<EarlierModels> all() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return Stream.concat(
                            folders.filter(Files::isDirectory)
                                    .sorted()
                                    .map(folder -> new EarlierModels(
                                            folder.getFileName().toString(), folder)),
                            Stream.of(TODAY))
                    .toList();
        }
    }

    /**
     * Makes them the latest, as a start of that version does.
     *
     * @return the engine's id of the deployment
     */
    String deploy(RepositoryService repository) {
        DeploymentBuilder deployment = repository.createDeployment().name("models of " + version);
        content().forEach(deployment::addString);
        return deployment.deploy().getId();
    }

    /** What each file holds, by the name under which it is deployed. */
    Map<String, String> content() {
        Map<String, String> content = new TreeMap<>();
        for (String kind : List.of("bpmn", "forms")) {
            files(kind).forEach(file -> content.put(kind + "/" + file.getFileName(), text(file)));
        }
        return content;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an instance can wait, as {@code model/element}; and each model that calls another or waits, as {@code model}. */
    Set<String> waitStates() {
        Set<String> all = new TreeSet<>();
        files("bpmn").filter(file -> file.toString().endsWith(".bpmn")).forEach(file -> {
            String model = file.getFileName().toString().replace(".bpmn", "");
            BpmnModelInstance content = Bpmn.readModelFromFile(file.toFile());
            Collection<FlowNode> nodes = content.getModelElementsByType(FlowNode.class);
            nodes.stream().filter(EarlierModels::waits).forEach(node -> all.add(model + "/" + node.getId()));
            if (nodes.stream().anyMatch(node -> waits(node) || node instanceof CallActivity)) {
                all.add(model);
            }
        });
        return all;
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent
                        && node.getPreviousNodes().list().stream().noneMatch(EventBasedGateway.class::isInstance);
    }

    private Stream<Path> files(String kind) {
        try (Stream<Path> files = Files.list(folder.resolve(kind))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return version;
    }
}

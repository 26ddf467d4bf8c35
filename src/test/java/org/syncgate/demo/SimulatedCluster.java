package org.syncgate.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.syncgate.model.Cluster;

/**
 * One cluster of a simulated place: a Kubernetes API over HTTP on loopback, Argo CD's objects in namespace
 * {@code argocd}, and a controller that treats them as Argo CD 3.5.1 does. All of it may be used by several threads.
 */
public final class SimulatedCluster implements AutoCloseable {

    private final Cluster cluster;
    private final Clock clock;
    private final ApiObjects objects = new ApiObjects();
    private final ApiServer server = new ApiServer(objects);
    private final SimulatedController controller;

    SimulatedCluster(Place.Population population, Pace pace, Clock clock) {
        this.cluster = population.cluster();
        this.clock = clock;
        this.controller = new SimulatedController(cluster.name(), objects, pace, clock);
        population.behaviours().forEach(this::behave);
        population.objects().forEach(this::put);
    }

    public Cluster cluster() {
        return cluster;
    }

    /** Where its Kubernetes API is, without a slash at the end; it needs no sign-in. */
    public String url() {
        return server.url();
    }

    /** The API server closes its port and every connection; the controller goes on. */
    public void goDown() {
        server.goDown();
    }

    /** The API server comes back on the same port. */
    public void comeUp() {
        server.comeUp();
    }

    /** The controller goes down at once: nothing is picked up, compared or finished. */
    public void pause() {
        controller.pause();
    }

    /** The controller comes back and resumes what was running, with the startedAt it had. */
    public void resume() {
        controller.resume();
    }

    /** {@link #pause} and {@link #resume}: what was under way in the controller starts over. */
    public void restart() {
        pause();
        resume();
    }

    /** Sets what becomes of the application's operations from now on, one that is running included. */
    public void behave(String application, Behaviour behaviour) {
        controller.behave(application, behaviour);
    }

    /** How many operations the controller has picked up, whoever asked for them. */
    public int syncsSeen(String application) {
        return controller.syncsSeen(application);
    }

    /**
     * The Application as stored now; a copy.
     *
     * @throws NoSuchElementException if there is none
     */
    public ObjectNode application(String name) {
        return objects.application(name).orElseThrow(() -> missing(name));
    }

    /** Every Application's name, in the order in which they came. */
    public List<String> applications() {
        return objects.applications();
    }

    /** Creates an Application or AppProject, or replaces the one of its name. */
    public void put(ObjectNode object) {
        objects.put(object);
    }

    /**
     * Changes an Application as somebody with kubectl would: its resourceVersion moves, and watches see it.
     *
     * @throws NoSuchElementException if there is none
     */
    public void edit(String name, Consumer<ObjectNode> change) {
        if (!objects.edit(name, change)) {
            throw missing(name);
        }
    }

    /** Deletes an Application; with finalizers it is only marked, until the controller has removed them. */
    public void delete(String name) {
        objects.delete(name);
    }

    /**
     * Argo CD sees newer commits on the target: they become pending.
     *
     * @param revisions one for each source
     */
    public void commit(String name, String... revisions) {
        edit(name, json -> {
            Application application = new Application(json);
            ObjectNode sync = json.withObject("/status/sync");
            application.writeRevisions(sync, List.of(revisions));
            sync.put("status", "OutOfSync").set("comparedTo", application.comparedTo());
            json.withObject("/status").put("reconciledAt", now());
            json.at("/status/resources").forEach(resource -> ((ObjectNode) resource).put("status", "OutOfSync"));
        });
    }

    /** Somebody presses Argo CD's own sync button for what is the target now. */
    public void foreignSync(String name, String user) {
        edit(name, json -> {
            Application application = new Application(json);
            ObjectNode operation = json.putObject("operation");
            operation.putObject("initiatedBy").put("username", user);
            application.writeRevisions(operation.putObject("sync"), application.target());
            json.withObject("/status").remove("operationState");
        });
    }

    @Override
    public void close() {
        controller.close();
        server.close();
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private NoSuchElementException missing(String name) {
        return new NoSuchElementException("No application " + cluster.name() + "/" + name);
    }
}

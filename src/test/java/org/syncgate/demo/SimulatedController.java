package org.syncgate.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.syncgate.demo.Behaviour.Outcome;

/**
 * Argo CD's application controller as far as somebody notices who talks to it through the Kubernetes API. It decides
 * from what is stored, one {@link Step} at a time, on a thread of its own, whenever an Application changes.
 */
final class SimulatedController implements AutoCloseable {

    private final ApiObjects objects;
    private final Pace pace;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor thread;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, Integer> syncsSeen = new ConcurrentHashMap<>();
    private final Map<String, Planned> planned = new HashMap<>();
    private final Map<String, Step> afterwards = new HashMap<>();
    private boolean paused;

    SimulatedController(String cluster, ApiObjects objects, Pace pace, Clock clock) {
        this.objects = objects;
        this.pace = pace;
        this.clock = clock;
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread worker = new Thread(work, "argocd-" + cluster);
            worker.setDaemon(true);
            return worker;
        });
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        objects.onApplication(this::lookSoon);
    }

    void behave(String application, Behaviour behaviour) {
        behaviours.put(application, behaviour);
        lookSoon(application);
    }

    int syncsSeen(String application) {
        return syncsSeen.getOrDefault(application, 0);
    }

    /** Stops at once, whatever is under way. */
    void pause() {
        await(thread.submit(() -> {
            paused = true;
            planned.values().forEach(plan -> plan.future().cancel(false));
            planned.clear();
        }));
    }

    /** Goes on as Argo CD does after a restart: what is running is resumed with the startedAt it had. */
    void resume() {
        await(thread.submit(() -> {
            paused = false;
            objects.applications().forEach(this::look);
        }));
    }

    @Override
    public void close() {
        objects.onApplication(name -> {});
        thread.shutdownNow();
    }

    private void lookSoon(String name) {
        thread.execute(() -> look(name));
    }

    private void look(String name) {
        Optional<Step> next =
                paused ? Optional.empty() : objects.application(name).flatMap(this::next);
        Optional<Planned> plan = Optional.ofNullable(planned.get(name));
        if (plan.map(Planned::step).equals(next)) {
            return;
        }
        plan.ifPresent(superseded -> superseded.future().cancel(false));
        planned.remove(name);
        next.ifPresent(step -> planned.put(
                name,
                new Planned(
                        step,
                        thread.schedule(
                                () -> take(step, name), delay(step, name).toMillis(), TimeUnit.MILLISECONDS))));
    }

    private Optional<Step> next(ObjectNode json) {
        Application found = new Application(json);
        Behaviour behaviour = behaviour(found.name());
        return Step.next(found, behaviour)
                .or(() -> Optional.ofNullable(afterwards.get(found.name()))
                        .filter(step -> step != Step.SETTLE || behaviour.outcome() != Outcome.STAYS_PROGRESSING));
    }

    private void take(Step step, String name) {
        planned.remove(name);
        objects.application(name)
                .filter(json -> next(json).equals(Optional.of(step)))
                .ifPresent(json -> work(step, name, new Application(json)));
        look(name);
    }

    private void work(Step step, String name, Application found) {
        Patches patches = new Patches(
                found, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        Behaviour behaviour = behaviour(name);
        switch (step) {
            case PICK_UP -> {
                if (patch(found, patches.pickUp())) {
                    syncsSeen.merge(name, 1, Integer::sum);
                }
            }
            case SAY_BLOCKED -> patch(found, patches.message(behaviour.message()));
            case FINISH -> finish(found, patches, behaviour);
            case TERMINATE -> {
                afterwards.put(name, Step.COMPARE);
                patch(found, patches.finish("Failed", "Operation terminated"));
            }
            case REFRESH -> patch(found, patches.refresh());
            case REMOVE ->
                objects.edit(name, json -> json.withObject("/metadata").remove("finalizers"));
            case AUTO_SYNC -> patch(found, patches.automaticOperation());
            case COMPARE -> {
                if (patch(found, patches.compareAfterSync(behaviour))) {
                    afterwards.put(name, Step.SETTLE);
                }
            }
            case SETTLE -> {
                if (!found.text("/status/health/status").equals("Progressing")
                        || patch(found, patches.settle(behaviour))) {
                    afterwards.remove(name);
                }
            }
        }
    }

    private void finish(Application found, Patches patches, Behaviour behaviour) {
        ObjectNode end = patches.finish(behaviour);
        boolean succeeded = end.at("/status/operationState/phase").asText().equals("Succeeded");
        // the history comes first, in a patch of its own: a watch can see it while the phase is still Running
        if (succeeded && patches.entersHistory() && !patch(found, patches.history())) {
            return;
        }
        afterwards.put(found.name(), Step.COMPARE);
        objects.patch(found.name(), end);
    }

    /** Writes on what was read; where somebody else wrote meanwhile, the next look decides again. */
    private boolean patch(Application read, ObjectNode patch) {
        patch.withObject("/metadata").put("resourceVersion", read.text("/metadata/resourceVersion"));
        return objects.patch(read.name(), patch);
    }

    private Behaviour behaviour(String application) {
        return behaviours.getOrDefault(application, Behaviour.normal());
    }

    private Duration delay(Step step, String name) {
        return switch (step) {
            case PICK_UP, TERMINATE, REMOVE -> pace.pickUp();
            case FINISH -> behaviour(name).takes().orElse(pace.sync());
            case REFRESH, AUTO_SYNC, COMPARE -> pace.compare();
            case SETTLE -> pace.settle();
            case SAY_BLOCKED -> Duration.ZERO;
        };
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private record Planned(Step step, Future<?> future) {}
}

package org.syncgate.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.syncgate.model.WindowId;
import org.syncgate.request.RequestMoved;
import org.syncgate.window.Place;
import org.syncgate.window.WindowMoved;
import org.syncgate.window.Windows;

/** Shows in the open tasks of a window what moves in it: they stay open for long, and people decide on what there is now. */
@Component
class WindowTaskFacts {

    private static final Logger LOG = LoggerFactory.getLogger(WindowTaskFacts.class);

    private final Windows windows;
    private final WindowFacts facts;
    private final TaskService tasks;
    private final Executor executor;

    /** Many requests move at once; one look tells of all of them. */
    private final Set<WindowId> due = ConcurrentHashMap.newKeySet();

    WindowTaskFacts(
            Windows windows, WindowFacts facts, TaskService tasks, @Qualifier("nudgeExecutor") Executor executor) {
        this.windows = windows;
        this.facts = facts;
        this.tasks = tasks;
        this.executor = executor;
    }

    @TransactionalEventListener
    void on(WindowMoved event) {
        refreshLater(event.id());
    }

    @TransactionalEventListener
    void on(RequestMoved event) {
        later(() -> windows.placeOf(event.id()).map(Place::window).ifPresent(this::refreshLater));
    }

    private void refreshLater(WindowId id) {
        if (due.add(id)) {
            later(() -> {
                // what moves from now on is due anew
                due.remove(id);
                refresh(id);
            });
        }
    }

    private void refresh(WindowId id) {
        List<Task> open =
                tasks.createTaskQuery().processInstanceBusinessKey(id.text()).list();
        if (!open.isEmpty()) {
            windows.find(id).map(facts::of).ifPresent(now -> open.forEach(task -> update(task.getId(), now)));
        }
    }

    /** Only what differs is written, lest whoever completes the task at that moment is told to do it again for nothing. */
    private void update(String task, Map<String, String> now) {
        Map<String, Object> changed = new HashMap<>(now);
        try {
            changed.entrySet()
                    .removeAll(tasks.getVariablesLocal(task, now.keySet()).entrySet());
            if (!changed.isEmpty()) {
                tasks.setVariablesLocal(task, changed);
            }
        } catch (RuntimeException e) {
            // mostly somebody has completed the task meanwhile; the others are shown what there is all the same
            LOG.info("A window's task shows what there was: {}", e.getMessage());
        }
    }

    private void later(Runnable look) {
        executor.execute(() -> {
            try {
                look.run();
            } catch (RuntimeException e) {
                // mostly somebody has completed the task meanwhile; the next one shows what there is
                LOG.info("A window's tasks show what there was: {}", e.getMessage());
            }
        });
    }
}

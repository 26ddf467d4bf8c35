package org.syncgate.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Marks tasks that nobody has done, in their name and priority, which candidates see in their lists. */
final class Urgency {

    static final int URGENT = 100;

    private static final String REMINDER = "Reminder: ";

    private Urgency() {}

    static void mark(TaskService tasks, Task task) {
        if (!task.getName().startsWith(REMINDER)) {
            task.setName(Texts.name(REMINDER + task.getName()));
        }
        task.setPriority(URGENT);
        tasks.saveTask(task);
    }
}

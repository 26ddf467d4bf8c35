package org.syncgate.access;

import java.util.Set;

/**
 * Which fields people fill in for each kind of task. The engine itself would take any variable from whoever completes a
 * task, and with it steer the process; what is not named here is refused before anything is done.
 */
@FunctionalInterface
public interface TaskFields {

    /** The names of the fields of one kind of task; empty for an unknown one, and for a task that only is to be done. */
    Set<String> of(String taskDefinitionKey);
}

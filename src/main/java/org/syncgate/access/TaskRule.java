package org.syncgate.access;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What keeps a person from working on a task although they are a candidate for it, for instance that they asked for the
 * deployment themselves (S4). All beans of this type are asked when somebody claims, releases or completes a task; where
 * the engine acts by itself, nobody is asked.
 *
 * <p>A refusal reaches the person as a 403 with exactly these words.
 */
@FunctionalInterface
public interface TaskRule {

    /**
     * Judges one person and one task.
     *
     * @return why not, as a sentence that the person can act on; empty where nothing is against it
     */
    Optional<String> refusal(DelegateTask task, Person person);
}

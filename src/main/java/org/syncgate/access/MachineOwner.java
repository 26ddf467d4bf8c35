package org.syncgate.access;

/** Whether somebody answers for what a machine asks for. */
public sealed interface MachineOwner {

    /** @param person with the groups of their last sign-in */
    record Answers(Person person) implements MachineOwner {}

    /** @param why a sentence that says what to do */
    record AnswersNot(String why) implements MachineOwner {}
}

package org.syncgate.process;

import org.syncgate.request.DeploymentRequest;

/** What came of a machine's asking; each word of refusal is a sentence for whoever runs the machine. */
public sealed interface Asked {

    /** A request was opened. */
    record Opened(DeploymentRequest request) implements Asked {}

    /** It has asked for the same with this key before, and this is what was opened then. */
    record OpenedBefore(DeploymentRequest request) implements Asked {}

    /** It has asked for something else with this key before. */
    record KeySpent(String why) implements Asked {}

    /** The same key is just being worked on for another call: it can be sent again. */
    record KeyInWork(String why) implements Asked {}

    /** The application has an open request (S5). */
    record SecondOpen(String why) implements Asked {}

    /** What it entered is refused, as it would be in the start form. */
    record Refuses(String why) implements Asked {}

    /** The machine, or its owner, may not ask for this. */
    record Forbids(String why) implements Asked {}
}

package org.syncgate.policy;

import org.syncgate.model.Cell;

/** The edition in force. It is asked once, when a request opens, and its answer is kept with the request. */
public interface Policy {

    /**
     * The edition's name and the start of its file's digest, for instance "SQR-056 (2021), 0bb0c138"; kept with every
     * answer.
     */
    String edition();

    /**
     * Whether a service has no row of its own, and the edition leaves such services to the heuristics: then the practice
     * is asked about {@link Cell#OTHER} and the point on the axis of formality. An edition without the column
     * {@code formality} leaves nothing to them.
     */
    boolean leavesToHeuristics(String service);

    /** What the practice says of one cell. */
    Answer ask(Cell cell);
}

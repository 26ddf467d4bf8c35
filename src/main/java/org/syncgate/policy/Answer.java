package org.syncgate.policy;

import org.syncgate.model.Cell;
import org.syncgate.model.Practice;

/** What the decision table answers. */
public sealed interface Answer {

    /** The chart has the cell; its path may be {@code automatic}, which nobody can ask for. */
    record Settled(Practice practice) implements Answer {}

    /** The chart has the cell and says N/A; the words are the cell's own. */
    record NotApplicable(Cell cell, String words) implements Answer {}

    /** The chart does not have the cell: unknown, therefore refused (S7). */
    record Unknown(Cell cell) implements Answer {}
}

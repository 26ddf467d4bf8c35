package org.syncgate.policy;

import java.util.Optional;
import org.syncgate.model.Change;
import org.syncgate.model.Factors;
import org.syncgate.model.Formality;
import org.syncgate.model.Tier;

/** The heuristics in force: where on the axis of formality a deployment lies (SQR-056). */
public interface Heuristics {

    /** Name and version of the edition. */
    String edition();

    /** The point for one change of one service in one tier; empty where the heuristics do not say it (S7). */
    Optional<Formality> of(Factors factors, Tier tier, Change change);
}

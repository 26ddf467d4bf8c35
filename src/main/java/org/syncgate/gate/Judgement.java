package org.syncgate.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.syncgate.gate.Refusal.Ruling;
import org.syncgate.request.DeploymentRequest;
import org.syncgate.request.Outcome;

/** The gate's word. */
public sealed interface Judgement {

    /** Every condition held, and the grant is kept: the request as it stands with its new attempt. */
    record Granted(DeploymentRequest request) implements Judgement {}

    /**
     * Something stands against it.
     *
     * @param refusals every reason, at least one
     */
    record Refused(List<Refusal> refusals) implements Judgement {

        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("A refusal has a reason");
            }
            refusals = List.copyOf(refusals);
        }

        /** The weightiest of the rulings. */
        public Ruling ruling() {
            return refusals.stream()
                    .map(Refusal::ruling)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        /** How a request ends that is refused for good; empty where it is not. */
        public Optional<Outcome> outcome() {
            return refusals.stream()
                    .flatMap(refusal -> refusal.outcome().stream())
                    .max(Comparator.comparing(outcome -> outcome == Outcome.DEPLOYED_OUTSIDE));
        }

        /** All reasons, as sentences in a row. */
        public String words() {
            return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "));
        }
    }
}

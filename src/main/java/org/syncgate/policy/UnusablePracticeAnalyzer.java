package org.syncgate.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the faults of an edition or of its heuristics as a list instead of a stack trace. */
class UnusablePracticeAnalyzer extends AbstractFailureAnalyzer<UnusablePracticeException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusablePracticeException cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct the table, or let " + cause.property() + " name another one.",
                cause);
    }
}

package org.syncgate.record;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database's roles or tables, instead of a stack trace. */
class RecordRefusedAnalyzer extends AbstractFailureAnalyzer<RecordRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RecordRefusedException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}

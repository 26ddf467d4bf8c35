package org.syncgate.notice;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with where notices go, instead of a stack trace. */
class NoticesRefusedAnalyzer extends AbstractFailureAnalyzer<NoticesRefusedException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoticesRefusedException cause) {
        return new FailureAnalysis(cause.description(), cause.action(), cause);
    }
}

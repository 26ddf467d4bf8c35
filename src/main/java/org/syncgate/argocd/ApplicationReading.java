package org.syncgate.argocd;

/**
 * What a fresh read of one Application without its project found. It is no {@link Reading}, so that nobody takes a project
 * that was not asked for one that permits a sync (S7).
 */
public sealed interface ApplicationReading {

    /** The Application is there, as it stands. */
    record Found(LiveApplication application) implements ApplicationReading {}

    /** The cluster answers and has no such Application, or no such cluster is configured. */
    record Missing() implements ApplicationReading {}

    /** The cluster does not answer, or does not let us read it; the reason is one sentence. */
    record Unreachable(String reason) implements ApplicationReading {}
}

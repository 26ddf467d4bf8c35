package org.syncgate.access;

/**
 * A job of the engine that has failed for good.
 *
 * @param businessKey of the process that it belongs to; empty where that has none
 * @param step the id of the step that failed
 * @param failure what the engine keeps as the reason; may be empty
 */
public record FailedJob(String businessKey, String step, String failure) {}

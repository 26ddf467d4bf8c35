package org.syncgate.request;

import java.time.Instant;

/**
 * That the gate did not open at a time that was agreed on, which then counts no more.
 *
 * @param agreement which of the request's agreements it was for
 * @param proposal the number of the proposal
 * @param why in the gate's words
 * @param at when that was found
 */
public record MissedTime(int agreement, int proposal, String why, Instant at) {}

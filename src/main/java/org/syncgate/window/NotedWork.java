package org.syncgate.window;

import java.time.Instant;

/**
 * Work in a window that Argo CD does not know of.
 *
 * @param at when it was noted
 * @param who who noted it, by their id
 * @param what in the coordinator's words
 */
public record NotedWork(Instant at, String who, String what) {}

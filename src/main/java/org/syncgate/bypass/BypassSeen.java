package org.syncgate.bypass;

/**
 * Something went past the gate: published as an application event within the transaction that keeps it, so that whoever
 * tells others of it does so if, and only if, it is kept, and once.
 */
public record BypassSeen(Bypass bypass) {}

package org.syncgate.window;

/** The clock that tells the time everywhere was set to another time: whoever waits for a moment by themselves looks again. */
public record ClockMoved() {}

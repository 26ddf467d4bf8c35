package org.syncgate.window;

import org.syncgate.record.Kind;

/**
 * Something about a window was entered into the record; published in the transaction in which it happens.
 *
 * @param window as it stands now
 * @param kind what
 * @param who whose doing it was, as the record has it
 * @param why in the record's words; may be empty
 */
public record WindowRecorded(MaintenanceWindow window, Kind kind, String who, String why) {}

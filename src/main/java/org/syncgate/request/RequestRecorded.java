package org.syncgate.request;

import org.syncgate.record.Kind;

/**
 * Something was recorded of a request: published as an application event within the transaction, so that whoever tells
 * others of it does so if, and only if, it is kept.
 *
 * @param request as it stands now
 * @param kind what was recorded
 * @param who whose doing it was, as the record has it
 * @param why in the record's words
 */
public record RequestRecorded(DeploymentRequest request, Kind kind, String who, String why) {}

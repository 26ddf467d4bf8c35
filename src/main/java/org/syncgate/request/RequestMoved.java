package org.syncgate.request;

import org.syncgate.model.RequestId;

/** A request was opened, or stands elsewhere: published as an application event within the transaction. */
public record RequestMoved(RequestId id) {}

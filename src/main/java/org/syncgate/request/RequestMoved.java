package org.syncgate.request;

import org.syncgate.model.RequestId;

/** A request was opened, stands elsewhere, or has something else new to show: published as an application event within the transaction. */
public record RequestMoved(RequestId id) {}

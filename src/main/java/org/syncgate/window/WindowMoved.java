package org.syncgate.window;

import org.syncgate.model.WindowId;

/** What is shown of a window may have changed; published in the transaction in which it does. */
public record WindowMoved(WindowId id) {}

package org.syncgate.window;

import java.time.Instant;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;

/**
 * A request that was in a window and left it without having been synced in it.
 *
 * @param window which window
 * @param request which request
 * @param at when it left
 * @param why in one or more sentences
 */
public record Departure(WindowId window, RequestId request, Instant at, String why) {}

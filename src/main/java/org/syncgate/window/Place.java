package org.syncgate.window;

import java.time.Instant;
import java.util.Optional;
import org.syncgate.model.RequestId;
import org.syncgate.model.WindowId;

/**
 * A request's place in a window, as long as it has not left it.
 *
 * @param window which window
 * @param request which request
 * @param joinedAt since when
 * @param held why the coordinator holds it back; empty where they do not
 */
public record Place(WindowId window, RequestId request, Instant joinedAt, Optional<String> held) {}

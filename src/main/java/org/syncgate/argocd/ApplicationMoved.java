package org.syncgate.argocd;

import java.util.Optional;
import org.syncgate.model.ApplicationId;

/**
 * An Application changed, as its watch saw it: published as an application event, on the watch's thread.
 *
 * @param id which
 * @param before as seen before; empty where it is new
 * @param after as seen now; empty where it is gone
 */
public record ApplicationMoved(ApplicationId id, Optional<LiveApplication> before, Optional<LiveApplication> after) {}

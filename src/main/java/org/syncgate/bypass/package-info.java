/**
 * What went past the gate (S9): a sync that no grant stands for, auto-sync switched on where people are to be asked, a
 * source that was changed under an open request. What is seen of it is read by {@link org.syncgate.bypass.Lookout}, which
 * keeps each once, whichever instance sees it and however often; who is told and asked is not decided here.
 */
@ApplicationModule(allowedDependencies = {"model", "record", "catalog", "argocd", "request"})
@NullMarked
package org.syncgate.bypass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

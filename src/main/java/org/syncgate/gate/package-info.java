/**
 * The last check before Argo CD is asked: every condition of the request's practice, judged from our own records and
 * live state, answered with a committed grant or with every reason against it (S1).
 */
@ApplicationModule(allowedDependencies = {"model", "record", "request", "notice", "window", "argocd"})
@NullMarked
package org.syncgate.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

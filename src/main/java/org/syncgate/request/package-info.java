/**
 * The deployment request: what was wished and agreed, where it stands, and the guarded steps from one standing to the
 * next. Its tables are what counts; a process variable never is.
 */
@ApplicationModule(allowedDependencies = {"model", "record"})
@NullMarked
package org.syncgate.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

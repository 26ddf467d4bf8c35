/** The append-only record of decisions and events: who, when, why and on which revision (S8). */
@ApplicationModule(allowedDependencies = {"model", "start"})
@NullMarked
package org.syncgate.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

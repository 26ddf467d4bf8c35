/** The configured place: its clusters and how to reach them, and the services that its applications belong to. */
@ApplicationModule(allowedDependencies = {"model"})
@NullMarked
package org.syncgate.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The nouns that every other module speaks in: applications, clusters, practices, agreements. Plain records without
 * Spring and without the engine, each refusing values that cannot be true.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.syncgate.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

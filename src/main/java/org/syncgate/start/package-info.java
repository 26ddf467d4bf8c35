/** How Syncgate says that it will not start as it is configured: what is wrong, and what to do. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.syncgate.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

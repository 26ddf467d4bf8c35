/**
 * When something may be synced: the calendars of maintenance windows, their occurrences and the windows that people work in,
 * office hours, and freezes. Time arithmetic, and the rows that are kept of it.
 */
@ApplicationModule(allowedDependencies = {"model", "record"})
@NullMarked
package org.syncgate.window;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

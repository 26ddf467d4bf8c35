/** What people do from the Tasklist to a synced application, on real parts: the tests that read as stories. */
@NullMarked
package org.syncgate.journey;

import org.jspecify.annotations.NullMarked;

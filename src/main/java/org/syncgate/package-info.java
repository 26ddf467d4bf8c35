/** Syncgate: policy in front of Argo CD's sync button. */
@NullMarked
package org.syncgate;

import org.jspecify.annotations.NullMarked;

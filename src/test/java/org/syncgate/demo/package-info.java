/**
 * A place to try Syncgate on and to test it against: for each cluster a Kubernetes API over HTTP with Argo CD's objects
 * in it, and a simulated Argo CD controller that behaves as Argo CD 3.5.1 does. {@link org.syncgate.demo.SimulatedPlace}
 * starts one, {@link org.syncgate.demo.DemoApplication} runs Syncgate on it.
 */
@NullMarked
package org.syncgate.demo;

import org.jspecify.annotations.NullMarked;

/**
 * A place to try Syncgate on and to test it against: for each cluster a Kubernetes API over HTTP with Argo CD's objects
 * in it, and a simulated Argo CD controller that behaves as Argo CD 3.5.1 does. {@link org.syncgate.demo.SimulatedPlace}
 * starts one, {@link org.syncgate.demo.DemoApplication} runs Syncgate on it. {@link org.syncgate.demo.DemoClock} tells
 * the time in it, and can be moved on.
 */
@NullMarked
package org.syncgate.demo;

import org.jspecify.annotations.NullMarked;

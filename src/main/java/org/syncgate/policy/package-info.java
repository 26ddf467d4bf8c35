/**
 * The practice as a decision table: what it is asked, and what it answers. The heuristics as a second decision: from a
 * service's factors, tier and change to a point on the axis of formality.
 *
 * <p>An edition is a DMN file that {@code syncgate.practice.location} names. It is read and checked as a whole at the
 * start; with a fault in it Syncgate does not start. What it has to keep to:
 *
 * <ul>
 *   <li>one decision, {@code deployment-practice}, with the edition's name as its version tag; hit policy UNIQUE;
 *   <li>the input columns {@code service}, {@code deployment}, {@code tier} and {@code disruption}, in any order, and if
 *       it leaves the services that it does not name to the heuristics, {@code formality};
 *   <li>the output columns {@code path}, {@code minimumNotice} (ISO 8601, empty for none), {@code channels},
 *       {@code approvals} ({@code group:count}), {@code window} (true, false) and {@code coordinateWith}, in any order;
 *       lists are comma separated; in channels and coordinateWith the word {@code service} means the service's own;
 *   <li>outputs are plain text in quotes, true or false; conditions may be any FEEL;
 *   <li>each rule's annotation holds the cell's own words.
 * </ul>
 *
 * <p>The heuristics are the DMN file that {@code syncgate.formality.location} names, with a decision {@code formality}; they
 * are read and tried at the start in the same way.
 *
 * <p>What two rules match, or none, is unknown and therefore refused (S7).
 */
@ApplicationModule(allowedDependencies = {"model", "start"})
@NullMarked
package org.syncgate.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.syncgate.access;

import java.util.Set;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/**
 * One thing that one group may do.
 *
 * @param group a fixed group
 * @param resource the kind of thing
 * @param id which one of them; {@code *} for all
 * @param permissions what may be done with it
 */
record Right(String group, Resource resource, String id, Set<Permission> permissions) {}

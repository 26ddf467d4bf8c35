package org.syncgate.access;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.syncgate.model.Groups;

/**
 * Somebody who is or was signed in.
 *
 * @param id what the login method calls them; never changes for one person
 * @param name what others read
 * @param email empty where the login method tells none
 * @param groups the fixed groups they are in, ordered by name; others are left out
 */
public record Person(String id, String name, Optional<String> email, Set<String> groups) {

    public Person {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A person needs an id and a name");
        }
        TreeSet<String> known = new TreeSet<>(groups);
        known.retainAll(Groups.ALL);
        groups = Collections.unmodifiableSortedSet(known);
    }

    /** Whether they are a member of the group, as of their last sign-in. */
    public boolean isIn(String group) {
        return groups.contains(group);
    }
}

package org.syncgate.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Everybody who has signed in so far, as they were at their last sign-in. */
public interface People {

    /** One of them; empty where nobody of this id has ever signed in. */
    Optional<Person> find(String id);

    /** The name to show for an id; the id itself where nobody of it has ever signed in. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    /** The names to show for all of these ids, asked for at once; in each case as {@link #nameOf} has it. */
    Map<String, String> namesOf(Collection<String> ids);
}

package org.syncgate.access;

import java.util.Optional;

/** Everybody who has signed in so far, as they were at their last sign-in. */
public interface People {

    /** One of them; empty where nobody of this id has ever signed in. */
    Optional<Person> find(String id);

    /** The name to show for an id; the id itself where nobody of it has ever signed in. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }
}

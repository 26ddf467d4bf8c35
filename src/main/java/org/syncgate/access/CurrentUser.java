package org.syncgate.access;

import java.util.Optional;

/** Who is behind the request that the current thread serves. */
public interface CurrentUser {

    /** The person who is signed in, with their groups; empty for anonymous requests and in jobs. */
    Optional<Person> find();
}

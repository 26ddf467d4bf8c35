package org.syncgate.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The person who is signed in, as the login method tells them now, and everybody else as they were at their last
 * sign-in.
 */
@Component
class KnownPeople {

    private final CurrentUser currentUser;
    private final JdbcPeople people;

    KnownPeople(CurrentUser currentUser, JdbcPeople people) {
        this.currentUser = currentUser;
        this.people = people;
    }

    Optional<Person> current() {
        return currentUser.find();
    }

    Optional<Person> find(String id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    List<Person> findAll(Collection<String> ids) {
        Optional<Person> self = current().filter(person -> ids.contains(person.id()));
        List<String> others = ids.stream()
                .filter(id -> self.filter(person -> person.id().equals(id)).isEmpty())
                .toList();
        return Stream.concat(self.stream(), others.isEmpty() ? Stream.of() : people.findAll(others).stream())
                .toList();
    }
}

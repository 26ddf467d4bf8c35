package org.syncgate.access;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's user query. It answers for ids; a query without any is answered with the person who is signed in, so
 * that nobody can list everybody.
 */
class EngineUsers extends UserQueryImpl {

    private static final long serialVersionUID = 1L;

    private final transient KnownPeople people;

    EngineUsers(KnownPeople people) {
        this.people = people;
    }

    @Override
    public long executeCount(CommandContext commandContext) {
        return matching().size();
    }

    @Override
    public List<User> executeList(CommandContext commandContext, Page page) {
        return matching();
    }

    private List<User> matching() {
        List<Person> asked = id != null
                ? people.findAll(List.of(id))
                : ids != null
                        ? people.findAll(Arrays.asList(ids))
                        : people.current().stream().toList();
        return asked.stream()
                .filter(person -> groupId == null || person.isIn(groupId))
                .map(EngineUsers::user)
                .toList();
    }

    /** The engine knows names in two parts and shows both: the first takes all of it. */
    static User user(Person person) {
        UserEntity user = new UserEntity(person.id());
        user.setFirstName(person.name());
        user.setLastName("");
        person.email().ifPresent(user::setEmail);
        return user;
    }
}

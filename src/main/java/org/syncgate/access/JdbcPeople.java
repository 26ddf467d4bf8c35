package org.syncgate.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code syncgate.person}. */
@Component
class JdbcPeople implements People {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcPeople(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(String id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    @Override
    public Map<String, String> namesOf(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        ids.forEach(id -> names.put(id, id));
        findAll(names.keySet()).forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** Those of the ids who have signed in, ordered by name. */
    List<Person> findAll(Collection<String> ids) {
        return jdbc.sql("select id, name, email, groups from syncgate.person where id = any(:ids) order by name, id")
                .param("ids", ids.toArray(String[]::new))
                .query(JdbcPeople::person)
                .list();
    }

    /** Keeps what the login method says of them now. */
    void remember(Person person) {
        jdbc.sql("""
                        insert into syncgate.person (id, name, email, groups, seen_at)
                        values (:id, :name, :email, :groups, :seenAt)
                        on conflict (id) do update set name = excluded.name, email = excluded.email,
                            groups = excluded.groups, seen_at = excluded.seen_at
                        """)
                .param("id", person.id())
                .param("name", person.name())
                .param("email", person.email().orElse(null))
                .param("groups", person.groups().toArray(String[]::new))
                .param("seenAt", OffsetDateTime.now(clock))
                .update();
    }

    /** Keeps that somebody is in no group any more; nothing of whoever has never signed in. */
    void emptyGroups(String id) {
        jdbc.sql("update syncgate.person set groups = '{}' where id = :id")
                .param("id", id)
                .update();
    }

    /** When they last signed in; empty where they never did. */
    Optional<Instant> lastSignIn(String id) {
        return jdbc.sql("select seen_at from syncgate.person where id = :id")
                .param("id", id)
                .query((row, number) ->
                        row.getObject("seen_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        Array groups = row.getArray("groups");
        return new Person(
                row.getString("id"), row.getString("name"), Optional.ofNullable(row.getString("email")), Set.of((String
                                [])
                        groups.getArray()));
    }
}

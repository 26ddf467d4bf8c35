package org.syncgate.record;

import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.syncgate.start.StartRefused;

/**
 * Refuses the start outside profile {@code local} as a database role that could rewrite the record (S8): a trigger stops
 * mistakes, but whoever owns a table can drop its triggers.
 */
@Component
@DependsOnDatabaseInitialization
class RecordConditions {

    private static final String LOCAL = "local";

    /** Of this role, and of each that it can become by SET ROLE. */
    private static final String POWERS = """
            select distinct power
            from pg_roles role
            cross join pg_class record
            cross join lateral (values
                ('it is a superuser', role.rolsuper),
                ('it owns the table', role.oid = record.relowner),
                ('it may change or delete entries',
                    has_table_privilege(role.oid, record.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER')
                        or has_any_column_privilege(role.oid, record.oid, 'UPDATE')),
                ('it may make objects in schema syncgate', has_schema_privilege(role.oid, record.relnamespace, 'CREATE'))
            ) as powers (power, held)
            where record.oid = 'syncgate.record'::regclass
                and pg_has_role(current_user, role.oid, 'MEMBER') and held
                and (not (select rolsuper from pg_roles where rolname = current_user) or role.rolname = current_user)
            order by power desc
            """;

    RecordConditions(JdbcClient jdbc, Environment environment) {
        if (!environment.acceptsProfiles(Profiles.of(LOCAL))) {
            requireLittlePower(jdbc);
        }
    }

    private static void requireLittlePower(JdbcClient jdbc) {
        List<String> powers = jdbc.sql(POWERS).query(String.class).list();
        if (!powers.isEmpty()) {
            String role = jdbc.sql("select current_user").query(String.class).single();
            throw new StartRefused(
                    "The database role '" + role + "' that Syncgate runs as could rewrite the record: "
                            + String.join("; ", powers) + ".",
                    "Let one role own the schema syncgate (spring.flyway.user) and run Syncgate as another"
                            + " (spring.datasource.username): deploy/database has the SQL that makes both.");
        }
    }
}

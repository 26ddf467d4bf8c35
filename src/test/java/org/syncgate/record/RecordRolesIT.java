package org.syncgate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.syncgate.demo.EmbeddedDatabase;
import org.syncgate.demo.TableOwner;
import org.syncgate.model.ApplicationId;
import org.syncgate.model.RequestId;

/** What the role that Syncgate runs as can do in the database, tried one by one (S8). */
@SpringBootTest(classes = RecordDatabase.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(EmbeddedDatabase.class)
class RecordRolesIT {

    private static final String APPEND = "SELECT, INSERT";

    /**
     * The least that each table needs. A table that is new has to be thought of here, and if Syncgate changes its rows, in
     * db/migration/afterMigrate.sql as well.
     */
    private static final Map<String, String> RIGHTS = Map.ofEntries(
            Map.entry("record", APPEND),
            Map.entry("agreement", APPEND),
            Map.entry("approval", APPEND),
            Map.entry("freeze_override", APPEND),
            Map.entry("time_proposal", APPEND),
            Map.entry("time_acceptance", APPEND),
            Map.entry("missed_time", APPEND),
            Map.entry("window_work", APPEND),
            Map.entry("flyway_schema_history", "SELECT"),
            Map.entry("request", APPEND + ", UPDATE (ended_at, outcome, status, words)"),
            Map.entry("attempt", APPEND + ", UPDATE (holding, holding_since, phase, phase_since, started_at)"),
            Map.entry("person", APPEND + ", UPDATE (email, groups, name, seen_at)"),
            Map.entry(
                    "notice",
                    APPEND + ", UPDATE (abandoned_at, delivered_at, last_error, message_id, not_before, tries)"),
            Map.entry(
                    "maintenance_window",
                    APPEND
                            + ", UPDATE (announced, coordinator, ends_at, moved, over_at, started_at, starts_at,"
                            + " status)"),
            Map.entry("window_request", APPEND + ", UPDATE (held, left_at, left_why)"),
            Map.entry("freeze", APPEND + ", UPDATE (lift_reason, lifted_at, lifted_by)"),
            Map.entry("machine_request", APPEND),
            Map.entry("bypass", APPEND + ", UPDATE (evidence, explained_at, explained_by, explanation, left_at)"),
            Map.entry("baseline", APPEND + ", UPDATE (auto_sync, begun, glance, history_id, known_until, looks, uid)"));

    private final JdbcClient application;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final Records records;

    @Autowired
    RecordRolesIT(JdbcClient jdbc, TableOwner owner, TransactionTemplate transaction, Records records) {
        this.application = jdbc;
        this.owner = owner.sql();
        this.transaction = transaction;
        this.records = records;
    }

    @Test
    void eachTableHasTheRightsThatWereThoughtOut() {
        List<String> tables = owner.sql("select tablename from pg_tables where schemaname = 'syncgate'")
                .query(String.class)
                .list();

        assertThat(tables.stream().collect(Collectors.toMap(table -> table, this::rights)))
                .as(
                        "what Syncgate may do with each table: RIGHTS, afterMigrate.sql and docs/record.md have to say the same")
                .containsExactlyInAnyOrderEntriesOf(RIGHTS);
    }

    private String rights(String table) {
        String whole = owner.sql("""
                        select coalesce(string_agg(privilege_type, ', ' order by privilege_type desc), '')
                        from information_schema.role_table_grants
                        where table_schema = 'syncgate' and table_name = :table and grantee = 'syncgate_app'
                        """).param("table", table).query(String.class).single();
        String columns =
                owner.sql("""
                        select coalesce(string_agg(column_name, ', ' order by column_name), '')
                        from information_schema.role_column_grants
                        where table_schema = 'syncgate' and table_name = :table and grantee = 'syncgate_app'
                            and privilege_type not in ('SELECT', 'INSERT')
                        """).param("table", table).query(String.class).single();
        return columns.isEmpty() ? whole : whole + ", UPDATE (" + columns + ")";
    }

    @Test
    void whatIsAppendedIsReadBack() {
        RequestId id = RequestId.random();
        Entry entry = new Entry(
                Instant.parse("2026-11-28T12:00:00Z"),
                id,
                Optional.of(new ApplicationId("idfprod", "tap")),
                Kind.REQUEST_OPENED,
                "ada",
                "It is needed",
                List.of("1a95462"));

        records.append(entry);

        assertThat(records.of(id)).containsExactly(entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update syncgate.record set why = 'rewritten'",
                "update syncgate.record set who = 'somebody' where false",
                "delete from syncgate.record",
                "delete from syncgate.record where false",
                "truncate syncgate.record",
                "insert into syncgate.record (id, at, subject, kind, who, why, revisions) overriding system value values"
                        + " (1, now(), 'r-22222222', 'approved', 'x', '', '{}') on conflict (id) do update set who = 'x'",
                "merge into syncgate.record r using (values (1)) v on true when matched then delete",
                "select * from syncgate.record for update",
                "lock table syncgate.record in access exclusive mode",
                "drop table syncgate.record",
                "drop table syncgate.record cascade",
                "drop schema syncgate cascade",
                "alter table syncgate.record disable trigger record_is_append_only",
                "alter table syncgate.record disable trigger all",
                "drop trigger record_is_append_only on syncgate.record",
                "create trigger another before insert on syncgate.record execute function syncgate.refuse_rewriting()",
                "create rule another as on insert to syncgate.record do instead nothing",
                "create or replace function syncgate.refuse_rewriting() returns trigger language plpgsql as"
                        + " 'begin return new; end'",
                "drop function syncgate.refuse_rewriting() cascade",
                "alter function syncgate.refuse_rewriting() rename to nothing",
                "select syncgate.refuse_rewriting()",
                "alter table syncgate.record add column note text",
                "alter table syncgate.record rename to another",
                "alter table syncgate.record set schema camunda",
                "alter table syncgate.record owner to syncgate_app",
                "alter table syncgate.record enable row level security",
                "alter sequence syncgate.record_id_seq restart",
                "select setval('syncgate.record_id_seq', 1)",
                "create table syncgate.another (id bigint)",
                "create view syncgate.another as select 1",
                "create function syncgate.another() returns int language sql as 'select 1'",
                "create table camunda.refers (id bigint references syncgate.record (id))",
                "create table camunda.inherits () inherits (syncgate.record)",
                "create schema another",
                "create temporary table another (id bigint)",
                "set session_replication_role = replica",
                "set role syncgate_migrator",
                "set session authorization syncgate_migrator",
                "set role postgres",
                "alter role syncgate_app superuser",
                "grant syncgate_migrator to syncgate_app",
                "copy syncgate.record to program 'cat'",
                "copy syncgate.record from program 'echo'",
                "select pg_read_file('/etc/passwd')",
                "create extension dblink",
                "delete from syncgate.flyway_schema_history",
                "insert into syncgate.flyway_schema_history select * from syncgate.flyway_schema_history",
                "update syncgate.request set requester = 'somebody'",
                "update syncgate.notice set text = 'other words'",
                "update syncgate.freeze set reason = 'another reason'",
                "delete from syncgate.request",
                "delete from syncgate.person",
                "truncate syncgate.approval",
            })
    void isRefused(String attempt) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    application.sql(attempt).query(row -> {});
                }))
                .hasRootCauseInstanceOf(PSQLException.class)
                .rootCause()
                .message()
                .matches("(?s).*(permission denied|must be owner|must be able to SET ROLE|must have admin option"
                        + "|Only roles with).*");
    }

    @Test
    void aGrantToOneselfGivesNothing() {
        application
                .sql("grant update, delete on syncgate.record to syncgate_app")
                .update();

        assertThat(rights("record")).isEqualTo(APPEND);
    }

    @Test
    void whoseOperatorsComeFirstChangesNoAnswerOfATrigger() {
        application.sql("""
                        insert into syncgate.request (
                            id, cluster, application, requester, disruption, change, reason, ticket, edition, path,
                            minimum_notice, channels, approvals, needs_window, coordinate_with, practice_words,
                            process_instance, opened_at, status, words)
                        values (
                            'r-22222222', 'idfprod', 'tap', 'ada', 'none', 'minor', 'Because it is needed', '', '', '',
                            '', '{}', '{}', false, '{}', '', 'p', now(), 'waiting', '')
                        """).update();
        application
                .sql("insert into syncgate.agreement values ('r-22222222', 1, '{}', '{}', '', now(), now())")
                .update();
        application
                .sql("create function camunda.never(text, text) returns boolean language sql as 'select false'")
                .update();
        application
                .sql("create operator camunda.= (leftarg = text, rightarg = text, function = camunda.never)")
                .update();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    application
                            .sql("set local search_path = camunda, pg_catalog")
                            .update();
                    application
                            .sql("insert into syncgate.approval values"
                                    + " ('r-22222222', 1, 'ada', '{coordinators}', '{}', '', now())")
                            .update();
                }))
                .hasMessageContaining("Nobody approves their own request");
    }

    @Test
    void nobodyElseMayLookIntoTheSchema() {
        assertThat(owner.sql("""
                        select 'schema' from pg_namespace n, aclexplode(n.nspacl) a
                        where n.nspname = 'syncgate' and a.grantee = 0
                        union all
                        select p.proname from pg_proc p
                        left join lateral aclexplode(p.proacl) a on true
                        where p.pronamespace = 'syncgate'::regnamespace and (p.proacl is null or a.grantee = 0)
                        """).query(String.class).list()).isEmpty();
    }

    @Test
    void theEnginesSchemaIsTheApplicationsOwn() {
        assertThatCode(() -> transaction.executeWithoutResult(status -> {
                    application.sql("create table act_something (id bigint)").update();
                    assertThat(application
                                    .sql("select 'camunda.act_something'::regclass::text")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("act_something");
                    status.setRollbackOnly();
                }))
                .doesNotThrowAnyException();
    }
}

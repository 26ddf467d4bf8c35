-- Who may do what in schema syncgate, said anew after each migration as the owner of its tables, and so for every table
-- that there is. The role that Syncgate runs as reads and appends everywhere; what it may change besides stands here, column
-- by column. Nobody gets DELETE, TRUNCATE, TRIGGER or REFERENCES, and nobody but the owner makes anything in this schema.
do $$
declare
    application constant text := '${application_role}';
    function_of_ours regprocedure;
    change record;
begin
    -- several instances may start at once, and one of two that grant at the same time would fail
    perform pg_advisory_xact_lock(x'6d696772617465'::bigint);

    revoke all on schema syncgate from public;
    for function_of_ours in select oid from pg_proc where pronamespace = 'syncgate'::regnamespace loop
        execute format('revoke all on function %s from public', function_of_ours);
        -- what a trigger asks must not depend on what whoever sets it off has put before pg_catalog
        execute format('alter function %s set search_path = pg_catalog, pg_temp', function_of_ours);
    end loop;

    -- one role for both: it owns everything anyway
    if application in ('', current_user) then
        return;
    end if;
    if not exists (select from pg_roles where rolname = application) then
        raise exception 'There is no database role "%": syncgate.database.application-role has to be the role that Syncgate runs as',
            application;
    end if;

    execute format('revoke all on schema syncgate from %I', application);
    execute format('revoke all on all tables in schema syncgate from %I', application);
    execute format('revoke all on all sequences in schema syncgate from %I', application);
    execute format('grant usage on schema syncgate to %I', application);
    execute format('grant select, insert on all tables in schema syncgate to %I', application);
    execute format('revoke insert on syncgate.flyway_schema_history from %I', application);
    for change in
        select * from (values
            ('request', 'status, words, outcome, ended_at'),
            ('attempt', 'phase, phase_since, started_at, holding, holding_since'),
            ('person', 'name, email, groups, seen_at'),
            ('notice', 'tries, not_before, delivered_at, message_id, last_error, abandoned_at'),
            ('maintenance_window', 'starts_at, ends_at, moved, status, coordinator, announced, started_at, over_at'),
            ('window_request', 'held, left_at, left_why'),
            ('freeze', 'lifted_at, lifted_by, lift_reason'),
            ('bypass', 'evidence, explanation, explained_by, explained_at, left_at'),
            ('baseline', 'uid, glance, history_id, begun, known_until, auto_sync, looks')
        ) as changes (name, columns)
    loop
        execute format('grant update (%s) on syncgate.%I to %I', change.columns, change.name, application);
    end loop;
end
$$;

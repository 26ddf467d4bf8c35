-- The record: what happened, who decided and why (S8). Nothing rewrites it.
create table syncgate.record (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    request     text        not null,
    application text        not null,
    kind        text        not null,
    who         text        not null,
    why         text        not null,
    revisions   text[]      not null
);

create index record_by_request on syncgate.record (request, id);

create function syncgate.refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'The record is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger record_is_append_only
    before update or delete or truncate on syncgate.record
    for each statement execute function syncgate.refuse_rewriting();

-- A deployment request: what was wished and agreed never changes, where it stands does.
create table syncgate.request (
    id               text primary key,
    cluster          text        not null,
    application      text        not null,
    deployed         text[]      not null,
    target           text[]      not null,
    source           text        not null,
    requester        text        not null,
    disruption       text        not null,
    change           text        not null,
    reason           text        not null check (char_length(reason) between 10 and 2000),
    ticket           text        not null,
    edition          text        not null,
    path             text        not null,
    minimum_notice   text        not null,
    channels         text[]      not null,
    approvals        text[]      not null,
    needs_window     boolean     not null,
    coordinate_with  text[]      not null,
    practice_words   text        not null,
    process_instance text        not null unique,
    opened_at        timestamptz not null,
    expires_at       timestamptz not null,
    status           text        not null check (status in ('waiting', 'syncing', 'failed', 'ended')),
    words            text        not null,
    outcome          text check (outcome in ('deployed', 'given-up', 'expired', 'voided', 'refused')),
    ended_at         timestamptz,
    check ((status = 'ended') = (ended_at is not null)),
    check ((status = 'ended') = (outcome is not null))
);

create function syncgate.refuse_changing_what_was_agreed() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.ended_at is null
            and to_jsonb(new) - array['status', 'words', 'outcome', 'ended_at']
                = to_jsonb(old) - array['status', 'words', 'outcome', 'ended_at'] then
        return new;
    end if;
    raise exception 'What was wished and agreed in % does not change, and what has ended stays as it is', old.id;
end
$$;

create trigger request_keeps_what_was_agreed
    before update or delete on syncgate.request
    for each row execute function syncgate.refuse_changing_what_was_agreed();

-- S5: one open request for one application
create unique index one_open_request on syncgate.request (cluster, application) where ended_at is null;

create index request_by_opening on syncgate.request (opened_at desc);

-- One grant: the gate's word, committed before the patch is sent.
create table syncgate.attempt (
    request          text        not null references syncgate.request (id),
    number           integer     not null check (number > 0),
    granted_at       timestamptz not null,
    resource_version text        not null,
    history_before   bigint      not null,
    phase            text        not null check (phase in ('granted', 'asked', 'running', 'settling', 'over')),
    phase_since      timestamptz not null,
    started_at       timestamptz,
    holding          text        not null check (holding in ('nothing', 'healthy', 'degraded')),
    holding_since    timestamptz,
    primary key (request, number)
);

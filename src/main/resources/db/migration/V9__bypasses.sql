-- What went past the gate (S9): kept once, however often and by however many instances it is seen. The evidence tells one
-- from the next of the same application; uid tells the application from one of the same name before it.
create table syncgate.bypass (
    id           bigint generated always as identity primary key,
    cluster      text        not null,
    application  text        not null,
    uid          text        not null,
    what         text        not null check (what in ('sync', 'auto-sync', 'source')),
    evidence     text        not null check (evidence <> ''),
    automatic    boolean     not null,
    by           text        not null check (by <> ''),
    words        text        not null check (words <> ''),
    revisions    text[]      not null,
    -- of a request that is there for good; as a foreign key it would wait for whoever has the request locked
    request      text,
    seen_at      timestamptz not null,
    asked        boolean     not null,
    asked_with   bigint      references syncgate.bypass (id),
    explanation  text        check (char_length(explanation) between 10 and 2000),
    explained_by text        check (explained_by <> ''),
    explained_at timestamptz,
    left_at      timestamptz,
    unique (cluster, application, uid, what, evidence),
    check (asked or (asked_with is null and explained_at is null and left_at is null)),
    check (explained_at is null or left_at is null),
    check ((explained_at is null) = (explanation is null)),
    check ((explained_at is null) = (explained_by is null))
);

create index bypass_by_request on syncgate.bypass (request) where request is not null;
create index bypass_asked_with on syncgate.bypass (asked_with) where asked_with is not null;

-- a sync that was only asked for is known by another evidence once it has begun; what is explained or left stays so
create function syncgate.refuse_changing_a_bypass() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE'
            and to_jsonb(new) - array['evidence', 'explanation', 'explained_by', 'explained_at', 'left_at']
                = to_jsonb(old) - array['evidence', 'explanation', 'explained_by', 'explained_at', 'left_at']
            and (new.evidence = old.evidence or old.evidence like 'asked %')
            and (old.explained_at is null and old.left_at is null
                or to_jsonb(new) - 'evidence' = to_jsonb(old) - 'evidence') then
        return new;
    end if;
    raise exception 'What went past the gate is kept as it was seen, and explained once: % on %.% is refused',
        tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger bypass_is_kept
    before update or delete on syncgate.bypass
    for each row execute function syncgate.refuse_changing_a_bypass();

create trigger bypasses_are_kept
    before truncate on syncgate.bypass
    for each statement execute function syncgate.refuse_changing_a_bypass();

-- Up to where each application is known, so that what happens while no instance runs is seen at the next start. The row of an
-- application that is gone stays: if it ever comes back, it is not seen for the first time.
create table syncgate.baseline (
    cluster     text        not null,
    application text        not null,
    uid         text        not null,
    glance      text        not null,
    history_id  bigint      not null,
    begun       text        not null,
    known_until timestamptz not null,
    auto_sync   boolean     not null,
    looks       bigint      not null check (looks >= 0),
    primary key (cluster, application)
);

-- A freeze: what was set never changes, and it is lifted at most once.
create table syncgate.freeze (
    id          bigint generated always as identity primary key,
    begins_at   timestamptz not null,
    ends_at     timestamptz not null,
    services    text[]      not null,
    clusters    text[]      not null,
    reason      text        not null check (char_length(reason) between 10 and 2000),
    who         text        not null check (who <> ''),
    set_at      timestamptz not null,
    lifted_at   timestamptz,
    lifted_by   text,
    lift_reason text check (char_length(lift_reason) between 10 and 2000),
    check (begins_at < ends_at),
    check ((lifted_at is null) = (lifted_by is null)),
    check ((lifted_at is null) = (lift_reason is null))
);

-- the gate asks for these each time
create index freeze_not_lifted on syncgate.freeze (ends_at) where lifted_at is null;

create function syncgate.refuse_rewriting_a_freeze() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.lifted_at is null
            and to_jsonb(new) - array['lifted_at', 'lifted_by', 'lift_reason']
                = to_jsonb(old) - array['lifted_at', 'lifted_by', 'lift_reason'] then
        return new;
    end if;
    raise exception 'What was set in a freeze does not change, and what was lifted stays so: % on %.% is refused',
        tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger freeze_keeps_what_was_set
    before update or delete on syncgate.freeze
    for each row execute function syncgate.refuse_rewriting_a_freeze();

create trigger freezes_are_kept
    before truncate on syncgate.freeze
    for each statement execute function syncgate.refuse_rewriting_a_freeze();

-- What a freeze does not stop: one agreement of a request, so that another revision has to be let pass anew.
create table syncgate.freeze_override (
    freeze_id bigint      not null references syncgate.freeze (id),
    request   text        not null,
    agreement integer     not null,
    who       text        not null check (who <> ''),
    reason    text        not null check (char_length(reason) between 10 and 2000),
    at        timestamptz not null,
    primary key (freeze_id, request, agreement),
    foreign key (request, agreement) references syncgate.agreement (request, number)
);

create index freeze_override_by_request on syncgate.freeze_override (request);

create trigger freeze_override_is_append_only
    before update or delete or truncate on syncgate.freeze_override
    for each statement execute function syncgate.refuse_rewriting();

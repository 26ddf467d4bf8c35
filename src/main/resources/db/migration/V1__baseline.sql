-- The tables of Syncgate. afterMigrate.sql grants the application's role what it needs of them.

-- Audit log -------------------------------------------------------------------------------------------------------------

-- Who decided what, when, why and on which revisions (S8). The subject is a request, a window, a freeze or a bypass.
create table syncgate.record (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    subject     text        not null,
    application text,
    kind        text        not null,
    who         text        not null,
    why         text        not null,
    revisions   text[]      not null
);

create index record_by_subject on syncgate.record (subject, id);

-- finds the first and the last entry of a period; those between are read by their ids
create index record_by_time on syncgate.record (at, id);

create function syncgate.refuse_rewriting() returns trigger language plpgsql as $$
begin
    raise exception 'The record is append-only: % on %.% is refused', tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger record_is_append_only
    before update or delete or truncate on syncgate.record
    for each statement execute function syncgate.refuse_rewriting();

-- People ----------------------------------------------------------------------------------------------------------------

-- As they were at their last sign-in: the provider answers only for who is signed in now, and pages show others' names.
create table syncgate.person (
    id      text primary key,
    name    text        not null check (name <> ''),
    email   text,
    groups  text[]      not null,
    seen_at timestamptz not null
);

-- Deployment requests ---------------------------------------------------------------------------------------------------

-- What was asked for, and its policy, never change; its status does.
create table syncgate.request (
    id               text primary key,
    cluster          text        not null,
    application      text        not null,
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
    status           text        not null check (status in ('waiting', 'voided', 'syncing', 'failed', 'ended')),
    words            text        not null,
    outcome          text        check (outcome in (
        'deployed', 'deployed-outside', 'given-up', 'expired', 'rejected', 'refused', 'voided', 'withdrawn')),
    ended_at         timestamptz,
    check ((status = 'ended') = (ended_at is not null)),
    check ((status = 'ended') = (outcome is not null))
);

-- S5: one open request for one application
create unique index one_open_request on syncgate.request (cluster, application) where ended_at is null;

create index request_by_opening on syncgate.request (opened_at desc);

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

-- What a request pins. Retargeting adds the next number; approvals, notices and times bear the number they were given for.
create table syncgate.agreement (
    request    text        not null references syncgate.request (id),
    number     integer     not null check (number > 0),
    deployed   text[]      not null,
    target     text[]      not null,
    spec       text        not null,
    agreed_at  timestamptz not null,
    expires_at timestamptz not null,
    primary key (request, number)
);

create trigger agreement_is_append_only
    before update or delete or truncate on syncgate.agreement
    for each statement execute function syncgate.refuse_rewriting();

-- One grant of the gate, committed before the patch is sent, and how far its sync has come.
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

-- What API clients asked for, by the key that each gave: the same key again opens no second request.
create table syncgate.machine_request (
    client      text        not null check (client <> ''),
    key         text        not null check (char_length(key) between 1 and 200),
    fingerprint text        not null check (fingerprint <> ''),
    request     text        not null unique references syncgate.request (id),
    asked_at    timestamptz not null,
    primary key (client, key)
);

create trigger machine_request_is_append_only
    before update or delete or truncate on syncgate.machine_request
    for each statement execute function syncgate.refuse_rewriting();

-- Approvals -------------------------------------------------------------------------------------------------------------

-- With the quorum's groups that the approver was in at the time.
create table syncgate.approval (
    request   text        not null,
    agreement integer     not null,
    approver  text        not null,
    groups    text[]      not null check (cardinality(groups) > 0),
    revisions text[]      not null,
    comment   text        not null,
    at        timestamptz not null,
    primary key (request, agreement, approver),
    foreign key (request, agreement) references syncgate.agreement (request, number)
);

create trigger approval_is_append_only
    before update or delete or truncate on syncgate.approval
    for each statement execute function syncgate.refuse_rewriting();

-- S4, even if the application had a fault
create function syncgate.refuse_own_approval() returns trigger language plpgsql as $$
begin
    if exists (select from syncgate.request where id = new.request and requester = new.approver) then
        raise exception 'Nobody approves their own request: % asked for %', new.approver, new.request;
    end if;
    return new;
end
$$;

create trigger approval_is_by_somebody_else
    before insert on syncgate.approval
    for each row execute function syncgate.refuse_own_approval();

-- Agreed times ----------------------------------------------------------------------------------------------------------

create table syncgate.time_proposal (
    request   text        not null,
    agreement integer     not null,
    number    integer     not null check (number > 0),
    party     text        not null,
    who       text        not null,
    time      timestamptz not null,
    comment   text        not null,
    at        timestamptz not null,
    primary key (request, agreement, number),
    foreign key (request, agreement) references syncgate.agreement (request, number)
);

create table syncgate.time_acceptance (
    request   text        not null,
    agreement integer     not null,
    proposal  integer     not null,
    party     text        not null,
    who       text        not null,
    comment   text        not null,
    at        timestamptz not null,
    primary key (request, agreement, proposal, party),
    unique (request, agreement, proposal, who),
    foreign key (request, agreement, proposal) references syncgate.time_proposal (request, agreement, number)
);

-- A time that all agreed on and at which the gate did not open.
create table syncgate.missed_time (
    request   text        not null,
    agreement integer     not null,
    proposal  integer     not null,
    why       text        not null,
    at        timestamptz not null,
    primary key (request, agreement, proposal),
    foreign key (request, agreement, proposal) references syncgate.time_proposal (request, agreement, number)
);

-- S4, even if the application had a fault: the requester answers as the requester, and everybody else for a group
create function syncgate.refuse_standing_in() returns trigger language plpgsql as $$
begin
    if (new.party = 'requester')
            <> exists (select from syncgate.request where id = new.request and requester = new.who) then
        raise exception 'Nobody stands in for two: % speaks for % of %', new.who, new.party, new.request;
    end if;
    return new;
end
$$;

create trigger proposal_is_by_the_party
    before insert on syncgate.time_proposal
    for each row execute function syncgate.refuse_standing_in();

create trigger acceptance_is_by_the_party
    before insert on syncgate.time_acceptance
    for each row execute function syncgate.refuse_standing_in();

create trigger time_proposal_is_append_only
    before update or delete or truncate on syncgate.time_proposal
    for each statement execute function syncgate.refuse_rewriting();

create trigger time_acceptance_is_append_only
    before update or delete or truncate on syncgate.time_acceptance
    for each statement execute function syncgate.refuse_rewriting();

create trigger missed_time_is_append_only
    before update or delete or truncate on syncgate.missed_time
    for each statement execute function syncgate.refuse_rewriting();

-- Notices ---------------------------------------------------------------------------------------------------------------

-- One message to one channel. Its text never changes, and once it is delivered or abandoned nothing else does.
create table syncgate.notice (
    id           bigint generated always as identity primary key,
    subject      text        not null,
    agreement    integer     not null check (agreement > 0),
    kind         text        not null,
    channel      text        not null check (channel <> ''),
    text         text        not null check (text <> ''),
    written_at   timestamptz not null,
    tries        integer     not null default 0 check (tries >= 0),
    not_before   timestamptz,
    delivered_at timestamptz,
    message_id   text,
    last_error   text,
    abandoned_at timestamptz,
    check ((delivered_at is null) = (message_id is null)),
    check (delivered_at is null or abandoned_at is null)
);

create index notice_by_subject on syncgate.notice (subject, id);

create index undelivered_notice on syncgate.notice (subject, channel, id)
    where delivered_at is null and abandoned_at is null;

-- each agreement is announced once in a channel
create unique index one_announcement on syncgate.notice (subject, agreement, channel) where kind = 'announcement';

create function syncgate.refuse_rewriting_a_notice() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.delivered_at is null and old.abandoned_at is null
            and to_jsonb(new) - array['tries', 'not_before', 'delivered_at', 'message_id', 'last_error', 'abandoned_at']
                = to_jsonb(old) - array['tries', 'not_before', 'delivered_at', 'message_id', 'last_error', 'abandoned_at'] then
        return new;
    end if;
    raise exception 'What was written in a notice does not change, and what was delivered or abandoned stays so: % on %.% is refused',
        tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger notice_keeps_what_was_written
    before update or delete on syncgate.notice
    for each row execute function syncgate.refuse_rewriting_a_notice();

create trigger notices_are_kept
    before truncate on syncgate.notice
    for each statement execute function syncgate.refuse_rewriting_a_notice();

-- Maintenance windows ---------------------------------------------------------------------------------------------------

-- One occurrence of a calendar. Its key stays the planned date when it is moved.
create table syncgate.maintenance_window (
    calendar    text        not null,
    planned     date        not null,
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    moved       boolean     not null,
    status      text        not null check (status in ('planned', 'confirmed', 'under-way', 'ended', 'skipped')),
    coordinator text        check (coordinator <> ''),
    announced   boolean     not null,
    started_at  timestamptz,
    over_at     timestamptz,
    primary key (calendar, planned),
    check (ends_at > starts_at),
    check ((status in ('ended', 'skipped')) = (over_at is not null)),
    check (status <> 'under-way' or started_at is not null)
);

create index open_window on syncgate.maintenance_window (calendar, starts_at) where over_at is null;

create function syncgate.refuse_changing_a_window() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.over_at is null and new.calendar = old.calendar and new.planned = old.planned
            and (old.started_at is null or new.started_at = old.started_at) then
        return new;
    end if;
    raise exception 'A maintenance window that is over stays as it is, and none is deleted: %/%', old.calendar, old.planned;
end
$$;

create trigger window_is_kept
    before update or delete on syncgate.maintenance_window
    for each row execute function syncgate.refuse_changing_a_window();

-- A request's place in a window, of which it has one at a time. Why it is held, and why it left, are sentences for people.
create table syncgate.window_request (
    id        bigint generated always as identity primary key,
    calendar  text        not null,
    planned   date        not null,
    request   text        not null references syncgate.request (id),
    joined_at timestamptz not null,
    held      text        check (held <> ''),
    left_at   timestamptz,
    left_why  text        check (left_why <> ''),
    foreign key (calendar, planned) references syncgate.maintenance_window (calendar, planned),
    check ((left_at is null) = (left_why is null))
);

create unique index one_window_for_a_request on syncgate.window_request (request) where left_at is null;

create index request_by_window on syncgate.window_request (calendar, planned, id);

create function syncgate.refuse_rewriting_a_place() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.left_at is null
            and to_jsonb(new) - array['held', 'left_at', 'left_why'] = to_jsonb(old) - array['held', 'left_at', 'left_why'] then
        return new;
    end if;
    raise exception 'Which request was in which window is kept: % on %.% is refused', tg_op, tg_table_schema, tg_table_name;
end
$$;

create trigger place_is_kept
    before update or delete on syncgate.window_request
    for each row execute function syncgate.refuse_rewriting_a_place();

-- Other work that was done in a window, on things that Argo CD does not know.
create table syncgate.window_work (
    id       bigint generated always as identity primary key,
    calendar text        not null,
    planned  date        not null,
    at       timestamptz not null,
    who      text        not null,
    what     text        not null check (what <> ''),
    foreign key (calendar, planned) references syncgate.maintenance_window (calendar, planned)
);

create index work_by_window on syncgate.window_work (calendar, planned, id);

create trigger work_is_append_only
    before update or delete or truncate on syncgate.window_work
    for each statement execute function syncgate.refuse_rewriting();

-- Freezes ---------------------------------------------------------------------------------------------------------------

-- A freeze never changes, and is lifted at most once.
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
    lift_reason text        check (char_length(lift_reason) between 10 and 2000),
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

-- What a freeze does not stop: one agreement of a request, so that retargeting it needs another override.
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

-- Bypasses --------------------------------------------------------------------------------------------------------------

-- A sync that did not pass the gate (S9), kept once, however often and by however many instances it is seen. The evidence
-- tells two bypasses of one application apart; the uid tells the application from an earlier one of the same name.
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
    -- no foreign key, which would wait for whoever has the request locked; requests are never deleted
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

-- the evidence of a sync that was only asked for changes once, when the sync has begun
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

-- Up to where each application has been looked at, so that a bypass while no instance runs is seen at the next start. The
-- row of a deleted application stays: if the application comes back, it is not taken for a new one.
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

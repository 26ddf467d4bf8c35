-- What was agreed, one row each time: a request that is retargeted gets another, and the earlier ones stay.
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

-- of an earlier request nothing but its source was agreed, so that what else there is in its spec voids it
insert into syncgate.agreement (request, number, deployed, target, spec, agreed_at, expires_at)
select id, 1, deployed, target, '{"source":' || source || '}', opened_at, expires_at from syncgate.request;

create trigger agreement_is_append_only
    before update or delete or truncate on syncgate.agreement
    for each statement execute function syncgate.refuse_rewriting();

alter table syncgate.request
    drop column deployed,
    drop column target,
    drop column source,
    drop column expires_at,
    drop constraint request_status_check,
    drop constraint request_outcome_check,
    add constraint request_status_check check (status in ('waiting', 'voided', 'syncing', 'failed', 'ended')),
    add constraint request_outcome_check check (outcome in (
        'deployed', 'deployed-outside', 'given-up', 'expired', 'rejected', 'refused', 'voided', 'withdrawn'));

-- An okay, by somebody who was in these of the quorum's groups when they gave it.
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

-- S4, whatever the application above believes
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

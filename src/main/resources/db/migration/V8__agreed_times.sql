-- When to sync, where that is agreed on: what was proposed for one agreement of a request, who accepted it and what was
-- missed. Retargeting makes another agreement, for which all of it begins anew.
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

-- A time that was agreed on and at which the gate did not open.
create table syncgate.missed_time (
    request   text        not null,
    agreement integer     not null,
    proposal  integer     not null,
    why       text        not null,
    at        timestamptz not null,
    primary key (request, agreement, proposal),
    foreign key (request, agreement, proposal) references syncgate.time_proposal (request, agreement, number)
);

-- S4, whatever the application above believes: the requester speaks as such, and everybody else for a group
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

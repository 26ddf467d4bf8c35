-- A maintenance window: one row for each occurrence of a calendar, before there is a process for it. Its key stays the
-- planned date when it is moved.
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

-- A request's place in a window; it has one at a time. Why it is held, and why it left, is said in sentences.
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

-- Other work that was done in a window, on what Argo CD does not know.
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

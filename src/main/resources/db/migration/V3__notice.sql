-- A notice: one message to one channel. What was written never changes, and what was delivered or abandoned stays so.
create table syncgate.notice (
    id           bigint generated always as identity primary key,
    request      text        not null references syncgate.request (id),
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

create index notice_by_request on syncgate.notice (request, id);

create index undelivered_notice on syncgate.notice (request, channel, id)
    where delivered_at is null and abandoned_at is null;

-- each agreement is announced once in a channel
create unique index one_announcement on syncgate.notice (request, agreement, channel) where kind = 'announcement';

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

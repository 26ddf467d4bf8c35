-- What machines asked for, each under the key that the client gave: asking again with it opens nothing twice.
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

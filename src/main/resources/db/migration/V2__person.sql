-- People as they were at their last sign-in: the login method answers only for who is signed in now,
-- and the names of others are wanted too.
create table syncgate.person (
    id      text primary key,
    name    text        not null check (name <> ''),
    email   text,
    groups  text[]      not null,
    seen_at timestamptz not null
);

-- What was looked for and found: objects, uploads in parts and data keys that nobody knows. Kept for a quarter.
create table sweep (
    id            uuid primary key,
    started_at    timestamptz not null,
    ended_at      timestamptz,
    looked_at     bigint      not null,
    objects       bigint      not null,
    uploads       bigint      not null,
    plans         bigint      not null,
    keys          bigint      not null,
    young         bigint      not null,
    strange       bigint      not null,
    unanswered    text        not null,
    failure       text
);
create index sweep_started on sweep (started_at desc, id);

comment on column sweep.strange is 'Names in the bucket that this server never gave, and keys of no known kind: they stay';
comment on column sweep.unanswered is 'Registers that did not answer, so that what only they may know stayed';

-- One sweeps at a time: whoever holds this row, until it is silent for too long.
create table sweep_turn (
    only_row boolean primary key default true check (only_row),
    holder   uuid        not null,
    until    timestamptz not null
);

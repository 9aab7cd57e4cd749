-- Data keys are wrapped under numbered keys that are kept outside of the database. When all live ones are wrapped under
-- a later one, the earlier is destroyed: whatever a page, the write-ahead log or a backup still holds is sealed for good.
create table key_generation (
    number       integer     primary key check (number > 0),
    state        text        not null,
    engine       text        not null, -- of the key store that has its key
    key_name     text        not null unique, -- in that store
    sealed_key   bytea, -- where the store keeps another key that this one is encrypted under
    check_value  bytea       not null, -- known content encrypted under it: another key is refused
    created_at   timestamptz not null,
    activated_at timestamptz,
    destroyed_at timestamptz,
    rewrapped    bigint      not null default 0, -- how many data keys left it for a later one
    constraint key_generation_state check (state in ('PREPARED', 'ACTIVE', 'DESTROYING', 'DESTROYED')),
    constraint key_generation_engine check (engine in ('FILE', 'TRANSIT')),
    constraint key_generation_activated check (state = 'PREPARED' or activated_at is not null),
    constraint key_generation_destroyed check ((state = 'DESTROYED') = (destroyed_at is not null)),
    constraint key_generation_unsealed check (state <> 'DESTROYED' or sealed_key is null)
);

comment on table key_generation is 'Numbered key-encryption keys by name; the keys themselves are in a key store';

-- the one key that was configured becomes the first: the server takes it into its key store when it starts
insert into key_generation (number, state, engine, key_name, check_value, created_at, activated_at)
select 1, 'ACTIVE', 'FILE', 'configured', check_value, created_at, created_at
from (
    select check_value, created_at from key_encryption_check
    union all
    select ''::bytea, (select min(created_at) from data_key)
    where not exists (select from key_encryption_check) and exists (select from data_key)
) as before;

drop table key_encryption_check;

alter table data_key add column generation integer not null default 1 references key_generation;
alter table data_key alter column generation drop default;

comment on column data_key.generation is 'That the key is wrapped under, or was when it was destroyed';

create index data_key_by_generation on data_key (generation) where wrapped_key is not null;
create index data_key_destroyed_under on data_key (generation, destroyed_at) where destroyed_at is not null;

create table data_key (
    id           uuid primary key,
    purpose      text not null check (purpose ~ '^[a-z][a-z-]{0,39}$'),
    wrapped_key  bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    constraint data_key_is_kept_or_destroyed check ((wrapped_key is null) = (destroyed_at is not null))
);

comment on table data_key is 'Data keys, encrypted under the key-encryption key; a destroyed one leaves its trace';

create table key_encryption_check (
    only_row    boolean primary key default true check (only_row),
    check_value bytea not null,
    created_at  timestamptz not null
);

comment on table key_encryption_check is 'Known content encrypted under the key-encryption key: a start with another key is refused';

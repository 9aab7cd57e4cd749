-- Keys of the installation, one in use for each kind of document; the one for lists of keys is the root. An Ed25519 key
-- is named by the SHA-256 of its public half. The other half is sealed under a data key of its own, and gone once nothing
-- more is signed with it.
create table signing_key (
    id          text        primary key check (id ~ '^[0-9a-f]{64}$'),
    kind        text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    public_key  bytea       not null check (octet_length(public_key) = 32),
    sealed_key  bytea,
    data_key    uuid        references data_key,
    since       timestamptz not null,
    until       timestamptz,
    compromised boolean     not null default false,
    constraint signing_key_is_whole check ((sealed_key is null) = (data_key is null)),
    constraint signing_key_in_use_can_sign check (until is not null or sealed_key is not null),
    constraint signing_key_compromised_is_not_in_use check (not compromised or until is not null)
);
create unique index signing_key_in_use on signing_key (kind) where until is null;

-- statistics would keep a copy of what is sealed
alter table signing_key alter column sealed_key set statistics 0;

-- What the roots last said of the keys, as it was signed. Whoever changes a key holds this row.
create table key_statement (
    only_row boolean primary key default true check (only_row),
    sequence bigint  not null check (sequence >= 0),
    envelope text
);
insert into key_statement (sequence) values (0);

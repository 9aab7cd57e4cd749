create table account (
    id                  uuid primary key,
    username            text        not null,
    password_hash       text        not null,
    credentials_version int         not null, -- counts password changes: a session with an older one is over
    enabled             boolean     not null,
    created_at          timestamptz not null,
    version             int         not null,
    constraint account_username_unique unique (username),
    constraint account_username_form check (username ~ '^[a-z0-9][a-z0-9._@-]{1,63}$')
);

create table account_role (
    account_id uuid not null references account on delete cascade,
    role       text not null,
    primary key (account_id, role),
    constraint account_role_known check (role in ('DATA_OWNER', 'ML_ENGINEER', 'COMPLIANCE', 'ADMIN'))
);

-- Only a hash of each token is kept: whoever reads this table cannot act with it.
create table api_token (
    id           uuid primary key,
    account_id   uuid        not null references account on delete cascade,
    name         text        not null,
    token_hash   bytea       not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      int         not null,
    constraint api_token_hash_unique unique (token_hash),
    constraint api_token_hash_length check (octet_length(token_hash) = 32),
    constraint api_token_name_length check (length(name) between 1 and 100),
    constraint api_token_expires_later check (expires_at > created_at)
);

create index api_token_by_account on api_token (account_id, created_at desc);

create table api_token_scope (
    token_id uuid not null references api_token on delete cascade,
    scope    text not null,
    primary key (token_id, scope)
);

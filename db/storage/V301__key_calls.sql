-- Calls of processes without a key store that were answered: each is answered once, whichever server it comes to.
create table key_call (
    nonce bytea       primary key check (octet_length(nonce) = 16),
    at    timestamptz not null
);

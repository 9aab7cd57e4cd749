-- What is left of evidence when a person is erased: a hash under a key that ends on a stated day. Whoever has the paper can
-- show until then that it was the one; without the paper nothing can be told from it, and without the key neither with.
create table evidence_proof_key (
    year     int         primary key, -- in which evidence was erased
    data_key uuid        not null references data_key,
    ends_at  timestamptz not null,
    ended_at timestamptz
);

create table evidence_proof (
    consent_id uuid primary key references consent,
    year       int  not null references evidence_proof_key,
    keyed_hash text not null check (keyed_hash ~ '^[0-9a-f]{64}$')
);

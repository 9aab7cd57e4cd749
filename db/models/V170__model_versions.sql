create table model_version (
    id uuid primary key,
    version integer not null,
    name text not null check (length(name) between 1 and 100),
    status text not null check (status in ('ACTIVE', 'QUARANTINED')),
    quarantine_reason text,
    quarantined_at timestamptz,
    registered_at timestamptz not null,
    weights_key text not null,
    weights_sha256 text not null check (weights_sha256 ~ '^[0-9a-f]{64}$'),
    weights_bytes bigint not null check (weights_bytes > 0),
    architecture text not null,
    embedding_dimensions integer not null check (embedding_dimensions > 0),
    parameters bigint not null,
    macs bigint not null,
    run_id uuid unique,
    dataset_version_id uuid references dataset_version,
    started_from uuid references model_version,
    training jsonb,
    import jsonb,
    check ((status = 'QUARANTINED') = (quarantined_at is not null)),
    check ((status = 'QUARANTINED') = (quarantine_reason is not null)),
    check ((training is null) <> (import is null)),
    check ((training is null) = (run_id is null) and (training is null) = (dataset_version_id is null)),
    check (started_from is null or training is not null)
);
create index model_version_registered on model_version (registered_at desc);
create index model_version_dataset on model_version (dataset_version_id);
create index model_version_started_from on model_version (started_from);

-- A figure measured twice by the same protocol keeps the newer value.
create table model_metric (
    model_version_id uuid not null references model_version,
    name text not null,
    protocol text not null,
    value double precision not null,
    recorded_at timestamptz not null,
    primary key (model_version_id, name, protocol)
);

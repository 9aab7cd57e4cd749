create table export_bundle (
    id                 uuid primary key,
    version            int         not null,
    model_version_id   uuid        not null references model_version,
    status             text        not null check (status in ('QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED', 'WITHDRAWN')),
    job_id             uuid,
    sha256             text check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes              bigint check (bytes > 0),
    maximum_difference double precision check (maximum_difference >= 0),
    latency            jsonb,
    files              jsonb       not null,
    failure            text,
    created_at         timestamptz not null,
    ended_at           timestamptz,
    check (status <> 'READY' or (sha256 is not null and bytes is not null and maximum_difference is not null))
);

create unique index export_under_way on export_bundle (model_version_id) where status in ('QUEUED', 'RUNNING');
create index export_by_model on export_bundle (model_version_id, created_at desc);
create index export_by_time on export_bundle (created_at desc);

create table evaluation (
    id                 uuid primary key,
    version            int         not null,
    model_version_id   uuid        not null references model_version,
    benchmark_id       uuid        not null references benchmark (id),
    flip_sum           boolean     not null,
    false_accept_rates jsonb       not null,
    status             text        not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    images_done        int         not null check (images_done >= 0),
    images             int         not null check (images > 0),
    job_id             uuid,
    report             jsonb check ((status = 'SUCCEEDED') = (report is not null)),
    failure            text,
    stale_reason       text,
    created_at         timestamptz not null,
    ended_at           timestamptz
);

create unique index evaluation_under_way on evaluation (model_version_id, benchmark_id, flip_sum)
    where status in ('QUEUED', 'RUNNING');
create index evaluation_by_model on evaluation (model_version_id, created_at desc);
create index evaluation_by_benchmark on evaluation (benchmark_id, created_at desc);
create index evaluation_by_time on evaluation (created_at desc);

create table training_run (
    id uuid primary key,
    version integer not null,
    name text not null check (length(name) between 1 and 100),
    status text not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    dataset_version_id uuid not null references dataset_version,
    start_from uuid references model_version,
    recipe jsonb not null,
    job_id uuid not null unique references job,
    created_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    stop_reason text,
    reason text,
    detail text,
    model_version_id uuid unique references model_version,
    check ((ended_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    check ((model_version_id is not null) = (status = 'SUCCEEDED')),
    check ((reason is not null) = (status in ('FAILED', 'CANCELLED')))
);
create index training_run_created on training_run (created_at desc);
create index training_run_live_dataset on training_run (dataset_version_id) where ended_at is null;
create index training_run_live_start on training_run (start_from) where ended_at is null;

-- Beside the run: written several times a second while the run's own row is changed by others.
create table run_progress (
    run_id uuid primary key references training_run,
    steps_done bigint not null,
    total_steps bigint not null,
    epoch integer not null
);

-- At most a few rows a second; `seq` only grows, so that a reader can go on from where it was.
create table run_step_metric (
    run_id uuid not null references training_run,
    global_step bigint not null,
    seq bigint generated always as identity,
    epoch integer not null,
    loss double precision not null,
    learning_rate double precision not null,
    gradient_norm double precision not null,
    accuracy double precision not null,
    images_per_second double precision not null,
    resident_bytes bigint not null,
    data_wait_millis double precision not null,
    recorded_at timestamptz not null,
    primary key (run_id, global_step)
);
create index run_step_metric_seq on run_step_metric (run_id, seq);

create table run_epoch_metric (
    run_id uuid not null references training_run,
    epoch integer not null,
    mean_loss double precision not null,
    accuracy double precision not null,
    learning_rate double precision not null,
    images_per_second double precision not null,
    resident_bytes bigint not null,
    recorded_at timestamptz not null,
    primary key (run_id, epoch)
);

create table run_log (
    run_id uuid not null references training_run,
    seq bigint generated always as identity,
    kind text not null,
    step bigint,
    detail text,
    logged_at timestamptz not null,
    primary key (run_id, seq)
);

create table run_checkpoint (
    run_id uuid not null references training_run,
    global_step bigint not null,
    object_key text not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes bigint not null,
    created_at timestamptz not null,
    primary key (run_id, global_step)
);

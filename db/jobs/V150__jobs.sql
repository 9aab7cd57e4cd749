-- What people see of a job. Its payload and due time stand in the queue's own tables below.
create table job (
    id uuid primary key,
    type text not null,
    status text not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'STOPPED')),
    requested_by_kind text not null check (requested_by_kind in ('USER', 'TOKEN', 'SYSTEM')),
    requested_by_id text not null,
    created_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempt integer not null default 0,
    failures integer not null default 0,
    crashes integer not null default 0,
    stop_requested boolean not null default false,
    reason text,
    trace_id text,
    check ((finished_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'STOPPED')))
);
create index job_status on job (status, created_at);

-- One table a lane, in the form db-scheduler asks for.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures integer,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

create table scheduled_training (like scheduled_tasks including all);

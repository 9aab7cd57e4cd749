-- The life of a benchmark's ingestion, under the names that lives have everywhere. Its deletion is another thing.
drop index benchmark_name;
alter table benchmark drop constraint benchmark_status_check;
alter table benchmark rename images_done to done;
alter table benchmark rename images to total;
alter table benchmark
    alter column done type bigint,
    alter column total type bigint,
    add column job_id uuid,
    add column started_at timestamptz,
    add column cancel_reason text,
    add column trace_id text,
    add column deleted_at timestamptz;
update benchmark set job_id = task_instance::uuid from scheduled_tasks
where task_name = 'ingest-benchmark' and convert_from(task_data, 'UTF8')::jsonb ->> 'benchmark' = benchmark.id::text;
update benchmark set deleted_at = ended_at where status = 'DELETED';
update benchmark set cancel_reason = 'benchmark-deleted' where status = 'DELETED' and failure is null and done < total;
update benchmark set status = case
    when status = 'UPLOADING' then 'QUEUED'
    when status = 'INGESTING' then coalesce((select job.status from job where job.id = benchmark.job_id and job.ended_at is null), 'QUEUED')
    when failure is not null then 'FAILED'
    when cancel_reason is not null then 'CANCELLED'
    else 'SUCCEEDED' end;
alter table benchmark
    add constraint benchmark_status check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    add constraint benchmark_ended check ((ended_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    add constraint benchmark_failed check ((failure is not null) = (status = 'FAILED')),
    add constraint benchmark_cancelled check (status <> 'CANCELLED' or cancel_reason is not null);
create unique index benchmark_name on benchmark (lower(name))
    where status in ('QUEUED', 'RUNNING', 'SUCCEEDED') and deleted_at is null;

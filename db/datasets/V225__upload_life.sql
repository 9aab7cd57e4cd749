-- The life of an upload, under the names and with the ends that lives have everywhere. The archive of one that was
-- cancelled while it waited goes when its job comes up.
alter table dataset_upload
    drop constraint dataset_upload_status_check,
    drop constraint dataset_upload_archive_goes_at_the_end;
alter table dataset_upload
    alter column total type bigint,
    add column version integer not null default 0,
    add column done bigint not null default 0,
    add column started_at timestamptz,
    add column cancel_reason text,
    add column failure_arguments jsonb not null default '[]',
    add column trace_id text;
update dataset_upload set done = accepted + duplicates + refused;
update dataset_upload set status = 'SUCCEEDED' where status = 'COMPLETED';
update dataset_upload set status = 'CANCELLED', cancel_reason = 'cancel-requested' where status = 'STOPPED';
alter table dataset_upload
    add constraint dataset_upload_status check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    add constraint dataset_upload_ended check ((ended_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    add constraint dataset_upload_cancelled check (status <> 'CANCELLED' or cancel_reason is not null),
    add constraint dataset_upload_archive_until_the_end check (archive_key is not null or ended_at is not null);

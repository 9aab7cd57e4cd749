-- One naming for the life of whatever jobs do, here and in the rows of their owners.
alter table job drop constraint job_status_check, drop constraint job_check;
update job set status = 'CANCELLED' where status = 'STOPPED';
alter table job rename finished_at to ended_at;
alter table job rename reason to failure;
alter table job add column cancel_reason text;
update job set cancel_reason = 'cancel-requested' where stop_requested or status = 'CANCELLED';
alter table job
    drop column stop_requested,
    add constraint job_status check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    add constraint job_ended check ((ended_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    add constraint job_cancelled check (status <> 'CANCELLED' or cancel_reason is not null);
create index job_failed on job (ended_at) where status = 'FAILED';

-- The life of an evaluation, under the names that lives have everywhere.
alter table evaluation rename images_done to done;
alter table evaluation rename images to total;
alter table evaluation
    alter column done type bigint,
    alter column total type bigint,
    add column started_at timestamptz,
    add column cancel_reason text,
    add column failure_arguments jsonb not null default '[]',
    add column trace_id text;
update evaluation set cancel_reason = coalesce(stale_reason, 'cancel-requested') where status = 'CANCELLED';
alter table evaluation
    add constraint evaluation_ended check ((ended_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    add constraint evaluation_failed check ((failure is not null) = (status = 'FAILED')),
    add constraint evaluation_cancelled check (status <> 'CANCELLED' or cancel_reason is not null);

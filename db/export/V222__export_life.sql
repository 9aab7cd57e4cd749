-- The life of an export, under the names that lives have everywhere. Whether its bundle was withdrawn is another thing.
alter table export_bundle drop constraint export_bundle_status_check, drop constraint export_bundle_check;
alter table export_bundle
    add column withdrawn boolean not null default false,
    add column started_at timestamptz,
    add column done bigint not null default 0,
    add column total bigint,
    add column cancel_reason text,
    add column failure_arguments jsonb not null default '[]',
    add column trace_id text;
update export_bundle set withdrawn = status = 'WITHDRAWN', status = 'SUCCEEDED' where status in ('READY', 'WITHDRAWN');
update export_bundle set cancel_reason = 'cancel-requested' where status = 'CANCELLED';
alter table export_bundle
    add constraint export_bundle_status check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    add constraint export_bundle_ended check ((ended_at is not null) = (status in ('SUCCEEDED', 'FAILED', 'CANCELLED'))),
    add constraint export_bundle_failed check ((failure is not null) = (status = 'FAILED')),
    add constraint export_bundle_cancelled check (status <> 'CANCELLED' or cancel_reason is not null),
    add constraint export_bundle_whole check (
        status <> 'SUCCEEDED' or (sha256 is not null and bytes is not null and maximum_difference is not null)),
    add constraint export_bundle_withdrawn check (status = 'SUCCEEDED' or not withdrawn);

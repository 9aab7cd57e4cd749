-- Weights, bundles and states of runs are encrypted, each under a key of its own. What lies in the plain from before has no
-- key here, and is encrypted soon after the next start. Destroyed is what a quarantine was over for long enough.
alter table model_version
    add column data_key uuid references data_key,
    add column weights_destroyed_at timestamptz,
    add constraint model_version_only_quarantined_is_destroyed check (
        weights_destroyed_at is null or status = 'QUARANTINED');
create index model_version_to_destroy on model_version (quarantined_at)
    where status = 'QUARANTINED' and weights_destroyed_at is null;
create index model_version_to_seal on model_version (id) where data_key is null and weights_destroyed_at is null;

alter table export_bundle
    add column data_key uuid references data_key,
    add column destroyed_at timestamptz,
    add column plain boolean not null default false;
update export_bundle set plain = true where bundle_key is not null;
create index export_bundle_to_seal on export_bundle (id) where plain and destroyed_at is null;

create table run_key (
    run_id   uuid primary key references training_run,
    data_key uuid not null references data_key
);
alter table run_checkpoint add column sealed boolean not null default false;

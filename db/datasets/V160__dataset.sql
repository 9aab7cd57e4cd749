create table dataset (
    id            uuid primary key,
    name          text not null check (length(name) between 1 and 100),
    purpose       text not null check (purpose in ('TRAINING', 'EVALUATION', 'CALIBRATION')),
    description   text not null check (length(description) <= 2000),
    always_detect boolean not null,
    created_at    timestamptz not null
);

create unique index dataset_name on dataset (lower(name));
create index dataset_created on dataset (created_at desc, id);

create table dataset_upload (
    id            uuid primary key,
    dataset_id    uuid not null references dataset,
    status        text not null check (status in ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'STOPPED')),
    archive_key   text,
    archive_bytes bigint not null check (archive_bytes >= 0),
    data_key      uuid not null references data_key,
    job_id        uuid,
    total         integer check (total >= 0),
    accepted      integer not null default 0 check (accepted >= 0),
    duplicates    integer not null default 0 check (duplicates >= 0),
    refused       integer not null default 0 check (refused >= 0),
    skipped       integer not null default 0 check (skipped >= 0),
    failure       text,
    created_at    timestamptz not null,
    ended_at      timestamptz,
    constraint dataset_upload_archive_goes_at_the_end check ((archive_key is null) = (ended_at is not null)),
    constraint dataset_upload_failure_has_a_reason check ((status = 'FAILED') = (failure is not null))
);

create index dataset_upload_of_dataset on dataset_upload (dataset_id, created_at desc);

create table dataset_image (
    id           uuid primary key,
    dataset_id   uuid not null references dataset,
    subject_id   uuid not null references data_subject,
    upload_id    uuid references dataset_upload,
    upload_entry integer,
    content_hash text,
    content_key  text,
    content_type text,
    crop_hash    text,
    crop_key     text,
    width        integer,
    height       integer,
    alignment    text check (alignment in ('AS_GIVEN', 'LANDMARKS', 'DETECTED')),
    detector     text,
    added_at     timestamptz not null,
    erased_at    timestamptz,
    constraint dataset_image_once_in_a_dataset unique (dataset_id, content_hash),
    constraint dataset_image_is_whole_or_erased check (
        num_nulls(content_hash, content_key, content_type, crop_hash, crop_key, width, height, alignment)
            = case when erased_at is null then 0 else 8 end),
    constraint dataset_image_upload_and_entry check ((upload_id is null) = (upload_entry is null))
);

comment on table dataset_image is 'Images that are kept, and traces of erased ones: id, dataset, subject and dates';

create index dataset_image_of_dataset on dataset_image (dataset_id, subject_id, id) where erased_at is null;
create index dataset_image_of_subject on dataset_image (subject_id) where erased_at is null;
create index dataset_image_of_upload on dataset_image (upload_id);

create table dataset_upload_refusal (
    upload_id  uuid not null references dataset_upload,
    entry      integer not null check (entry >= 1),
    subject_id uuid references data_subject,
    reason     text not null,
    primary key (upload_id, entry)
);

comment on table dataset_upload_refusal is 'Entries by position: file and folder names can name people and are not kept';

create index dataset_upload_refusal_of_subject on dataset_upload_refusal (subject_id);

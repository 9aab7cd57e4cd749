create table dataset_version (
    id                  uuid primary key,
    dataset_id          uuid not null references dataset,
    number              integer not null check (number >= 1),
    manifest_key        text not null,
    manifest_hash       text not null check (manifest_hash ~ '^[0-9a-f]{64}$'),
    image_count         integer not null check (image_count >= 1),
    subject_count       integer not null check (subject_count >= 2),
    validation_fraction double precision not null check (validation_fraction between 0 and 0.9),
    seed                bigint not null,
    status              text not null check (status in ('SEALED', 'REVOKED')),
    sealed_at           timestamptz not null,
    revoked_at          timestamptz,
    revocation_reason   text,
    unique (dataset_id, number),
    constraint dataset_version_revocation_is_whole check (
        num_nulls(revoked_at, revocation_reason) = case status when 'REVOKED' then 0 else 2 end)
);

create index dataset_version_sealed on dataset_version (sealed_at desc, id);

create table dataset_version_subject (
    version_id        uuid not null references dataset_version,
    subject_id        uuid not null references data_subject,
    label             integer not null check (label >= 0),
    train_images      integer not null check (train_images >= 1),
    validation_images integer not null check (validation_images >= 0),
    primary key (version_id, subject_id),
    unique (version_id, label)
);

create index dataset_version_subject_by_subject on dataset_version_subject (subject_id);

-- Sealed means sealed, whoever asks: a version can be revoked, once, and nothing else about it can change.
create function keep_dataset_version() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'A sealed dataset version cannot be deleted';
    end if;
    if old.status <> 'SEALED' or new.status <> 'REVOKED'
        or (new.id, new.dataset_id, new.number, new.manifest_key, new.manifest_hash, new.image_count, new.subject_count,
            new.validation_fraction, new.seed, new.sealed_at)
        is distinct from
           (old.id, old.dataset_id, old.number, old.manifest_key, old.manifest_hash, old.image_count, old.subject_count,
            old.validation_fraction, old.seed, old.sealed_at) then
        raise exception 'A sealed dataset version can only be revoked';
    end if;
    return new;
end
$$;

create trigger keep_dataset_version before update or delete on dataset_version
    for each row execute function keep_dataset_version();

create function keep_dataset_version_subject() returns trigger language plpgsql as $$
begin
    raise exception 'A sealed dataset version cannot be changed';
end
$$;

create trigger keep_dataset_version_subject before update or delete on dataset_version_subject
    for each row execute function keep_dataset_version_subject();

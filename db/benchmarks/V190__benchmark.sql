-- Benchmarks: held apart from datasets in tables, objects and keys of their own. No name of any person is kept here:
-- once ingested, pairs refer to images by their position.
create table benchmark (
    id                  uuid primary key,
    version             int         not null,
    name                text        not null check (length(name) between 1 and 120),
    legal_basis         text        not null check (legal_basis in ('CONSENT', 'RESEARCH_LICENCE', 'PUBLIC_INTEREST', 'SYNTHETIC')),
    legal_basis_note    text        not null,
    source              text        not null,
    licence             text        not null,
    status              text        not null check (status in ('UPLOADING', 'INGESTING', 'READY', 'FAILED', 'DELETED')),
    data_key            uuid        not null unique references data_key,
    pairs               int         not null check (pairs > 0),
    genuine_pairs       int         not null check (genuine_pairs between 0 and pairs),
    folds               int         not null check (folds >= 2),
    images              int         not null check (images > 0),
    images_done         int         not null check (images_done between 0 and images),
    images_without_face int         not null check (images_without_face between 0 and images),
    detector            text,
    failure             text,
    failure_arguments   jsonb       not null,
    created_at          timestamptz not null,
    ended_at            timestamptz
);

create unique index benchmark_name on benchmark (lower(name)) where status in ('UPLOADING', 'INGESTING', 'READY');
create index benchmark_by_time on benchmark (created_at desc);

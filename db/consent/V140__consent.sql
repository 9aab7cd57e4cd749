create table data_subject (
    id                 uuid primary key,
    version            integer not null,
    code               text unique check (code ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
    data_key           uuid not null unique references data_key,
    registered_at      timestamptz not null,
    erasure_started_at timestamptz,
    erased_at          timestamptz,
    constraint data_subject_has_a_code_until_erased check ((code is null) = (erased_at is not null)),
    constraint data_subject_erasure_starts_first check (erased_at is null or erasure_started_at is not null)
);

comment on table data_subject is 'People by pseudonym. An erased one keeps its id, for the lineage and the audit log, and nothing else';

create index data_subject_registered on data_subject (registered_at desc, id);

create table consent (
    id                uuid primary key,
    subject_id        uuid not null references data_subject,
    notice_version    text not null check (length(notice_version) between 1 and 40),
    notice_language   text not null check (length(notice_language) between 2 and 35),
    method            text not null check (method in ('WRITTEN_FORM', 'ELECTRONIC_FORM', 'RECORDED_VERBAL', 'LEGAL_GUARDIAN')),
    given_at          timestamptz not null,
    expires_at        timestamptz,
    recorded_at       timestamptz not null,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    expiry_seen_at    timestamptz,
    evidence_key      text,
    evidence_type     text,
    evidence_bytes    bigint,
    evidence_hash     text,
    constraint consent_ends_after_it_began check (expires_at > given_at),
    constraint consent_withdrawal_has_a_reason check ((withdrawn_at is null) = (withdrawal_reason is null)),
    constraint consent_evidence_is_whole check (num_nulls(evidence_key, evidence_type, evidence_bytes, evidence_hash) in (0, 4))
);

create index consent_of_subject on consent (subject_id, given_at);
create index consent_expiring on consent (expires_at) where expires_at is not null and withdrawn_at is null and expiry_seen_at is null;

create table consent_purpose (
    consent_id uuid not null references consent,
    purpose    text not null check (purpose in ('TRAINING', 'EVALUATION', 'CALIBRATION')),
    primary key (consent_id, purpose)
);

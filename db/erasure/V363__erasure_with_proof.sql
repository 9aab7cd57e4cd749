-- An erasure, step by step. The key goes first, and with it the code; the rest takes as long as it takes.
alter table data_subject drop constraint data_subject_has_a_code_until_erased;
alter table data_subject add constraint data_subject_has_a_code_until_erasing
    check ((code is not null or erasure_started_at is not null) and (code is null or erased_at is null));

create table erasure (
    subject_id       uuid        primary key references data_subject,
    version          int         not null,
    state            text        not null check (state in ('WAITING', 'ERASING', 'STILL_HELD', 'RESCAN', 'ERASED', 'CERTIFIED')),
    requested_by     text        not null check (requested_by in ('CONSENT_ENDED', 'TWO_PEOPLE', 'ONE_PERSON')),
    begun_at         timestamptz not null,
    commitment       text check (commitment ~ '^[0-9a-f]{64}$'), -- to the code, under the person's secret
    data_key         uuid references data_key,
    key_destroyed_at timestamptz,
    left_behind      jsonb       not null default '{}', -- holder or place -> what, at the latest look
    destroyed        jsonb       not null default '{}', -- what there was, by number
    rescan           jsonb, -- what was looked through, and the traces that may stay
    unattributed     jsonb       not null default '{}',
    erased_at        timestamptz,
    certified_at     timestamptz,
    constraint erasure_key_first check (key_destroyed_at is not null or state = 'WAITING'),
    constraint erasure_is_proved check ((erased_at is not null) = (state in ('ERASED', 'CERTIFIED'))),
    constraint erasure_is_certified check ((certified_at is not null) = (state = 'CERTIFIED'))
);

create index erasure_by_time on erasure (begun_at desc, subject_id);
create index erasure_under_way on erasure (state) where state <> 'CERTIFIED';

comment on table erasure is 'Erasures: who, when, how far. Of those of before there were certificates there is no row';

-- What to look for afterwards, encrypted under a key that goes with it when nothing was found.
create table erasure_marks (
    subject_id uuid  primary key references erasure,
    data_key   uuid  not null references data_key,
    sealed     bytea not null
);

create table erasure_certificate (
    subject_id     uuid        primary key references erasure,
    certificate_id uuid        not null unique,
    envelope       text        not null,
    issued_at      timestamptz not null
);

comment on table erasure_certificate is 'Signed documents as they were issued; no personal data in them';

create function keep_erasure_certificate() returns trigger language plpgsql as $$
begin
    raise exception 'A certificate stays as it was issued';
end
$$;

create trigger keep_erasure_certificate before update or delete on erasure_certificate
    for each row execute function keep_erasure_certificate();

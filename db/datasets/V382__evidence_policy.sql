-- Whether a dataset asks for evidence of its people's consents, and if not, why: each change is a row. Without one it does.
create table dataset_evidence_policy (
    dataset_id  uuid        not null references dataset,
    number      integer     not null check (number >= 1),
    required    boolean     not null,
    reason      text        check (reason in ('HELD_ELSEWHERE', 'BEING_COLLECTED', 'NOBODY_REAL')),
    explanation text        check (length(explanation) between 10 and 500),
    set_at      timestamptz not null,
    primary key (dataset_id, number),
    constraint dataset_evidence_policy_says_why check (num_nulls(reason, explanation) = case when required then 2 else 0 end)
);

create function keep_dataset_evidence_policy() returns trigger language plpgsql as $$
begin
    raise exception 'What a dataset asked for is only added to';
end
$$;
create trigger keep_dataset_evidence_policy before update or delete or truncate on dataset_evidence_policy
    for each statement execute function keep_dataset_evidence_policy();

-- How many people of a version had no evidence when it was sealed, and what allowed it. Versions of before were sealed
-- when nobody asked: they and the models made from them stay what they are and say so; a new run asks as for any other.
alter table dataset_version
    add column evidence_asked boolean not null default true,
    add column unproven_subjects integer not null default 0 check (unproven_subjects >= 0),
    add column evidence_waiver text,
    add column evidence_explanation text,
    add constraint dataset_version_waiver_is_whole check ((evidence_waiver is null) = (evidence_explanation is null));

comment on column dataset_version.evidence_waiver is 'What the dataset had said when it was sealed; null: it asked for evidence, or nobody did yet';

alter table dataset_version disable trigger user;
update dataset_version v set evidence_asked = false, unproven_subjects = (
    select count(*) from dataset_version_subject s
    where s.version_id = v.id and not exists (select from consent_evidence e where e.consent_id = s.consent_id));
alter table dataset_version enable trigger user;

-- A bundle's place in the list that devices look into. The id says nothing of the model; the index is its place in the
-- bitstring, assigned at random.
create table status_entry (
    status_id        text        primary key check (status_id ~ '^[0-9a-f]{32}$'),
    bundle_id        uuid        not null unique references export_bundle,
    model_version_id uuid        not null references model_version,
    list_index       integer     not null unique check (list_index >= 0),
    since            timestamptz not null
);
create index status_entry_of_model on status_entry (model_version_id);

-- Bundles of before have a place too, though nothing in them says so. 128 random bits; the version and variant bits
-- of a random UUID are gone in the hash.
insert into status_entry (status_id, bundle_id, model_version_id, list_index, since)
select left(encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'), 32),
    id, model_version_id, row_number() over (order by gen_random_uuid()) - 1, created_at
from export_bundle where status = 'SUCCEEDED';

-- What a device is told of each bundle at that time. Revoked: the model carries data that somebody has taken back, or
-- whose consent has run out; that is for good. Suspended: somebody put the model out of use for another reason.
create function model_status(at timestamptz)
returns table (status_id text, list_index integer, state text) language sql stable
begin atomic
    with ended as materialized (
        select v.id from dataset_version v
        where v.id in (select d.dataset_version_id from model_version_data d
                       join status_entry e on e.model_version_id = d.model_version_id)
            and (v.status = 'REVOKED' or exists (
                select 1 from dataset_version_subject s
                join dataset on dataset.id = v.dataset_id
                left join consent_term t on t.subject_id = s.subject_id and t.purpose = dataset.purpose
                where s.version_id = v.id and (t.live_until is null or t.live_until <= at)))
    ), gone as materialized (
        select distinct d.model_version_id from model_version_data d join ended on ended.id = d.dataset_version_id
    )
    select e.status_id, e.list_index,
        case when gone.model_version_id is not null then 'REVOKED'
             when m.status <> 'ACTIVE' then 'SUSPENDED'
             else 'VALID' end
    from status_entry e
    join model_version m on m.id = e.model_version_id
    left join gone on gone.model_version_id = e.model_version_id;
end;

-- The list as it was last signed, by whichever node. Its number only grows: whoever signs the next one holds this row and
-- looks at the consents only then, so that a higher number never says what a lower one took back.
create table model_status_list (
    only_row  boolean primary key default true check (only_row),
    sequence  bigint  not null check (sequence >= 0),
    digest    text,
    issued_at timestamptz,
    envelope  text,
    constraint model_status_list_is_whole check (num_nulls(digest, issued_at, envelope) in (0, 3))
);
insert into model_status_list (sequence) values (0);

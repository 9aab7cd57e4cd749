-- Whose a data key is, known from its creation on. One of before that no row refers to has no owner, and is swept.
alter table data_key add column owner_id uuid;
update data_key k set owner_id = s.id from data_subject s where s.data_key = k.id;
update data_key k set owner_id = u.id from dataset_upload u where u.data_key = k.id;
update data_key k set owner_id = b.id from benchmark b where b.data_key = k.id;
create index data_key_live on data_key (id) where wrapped_key is not null;

-- Every process of this server that may put objects, for as long as it is there.
create table storage_process (
    id      uuid primary key,
    seen_at timestamptz not null
);

-- Objects that are about to be put, or were put and not recorded by their owners yet.
create table planned_object (
    object_key text primary key,
    process_id uuid not null,
    planned_at timestamptz not null
);

create index planned_object_of_process on planned_object (process_id);

comment on table planned_object is 'What a process announced before it put it; of a dead process, what has to be cleared away';

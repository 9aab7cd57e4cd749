-- Where a version comes from becomes one JSON, so that another kind of origin needs no column of its own.
alter table model_version add column origin jsonb;

update model_version set origin = case
    when training is null then import || '{"kind": "imported"}'
    else jsonb_build_object(
        'kind', 'trained',
        'runId', run_id,
        'dataset', dataset_version_id,
        'startedFrom', started_from,
        'recipe', training -> 'recipeJson',
        'seed', training -> 'seed',
        'selfSupervised', coalesce((training ->> 'selfSupervised')::boolean, false),
        'codeVersion', training -> 'codeVersion',
        'libraryVersions', training -> 'libraryVersions')
    end;

-- What it goes on from, however far, and all data it carries, its own or through that: written once, when it is
-- registered, so that lineage is one look-up in either direction.
create table model_version_ancestor (
    model_version_id uuid not null references model_version,
    ancestor_id      uuid not null references model_version,
    distance         int  not null check (distance > 0),
    primary key (model_version_id, ancestor_id)
);
create index model_version_ancestor_of on model_version_ancestor (ancestor_id);

create table model_version_data (
    model_version_id   uuid    not null references model_version,
    dataset_version_id uuid    not null references dataset_version,
    use                text    not null check (use in ('TRAINED_ON', 'CALIBRATED_ON', 'DISTILLED_FROM')),
    direct             boolean not null,
    primary key (model_version_id, dataset_version_id, use)
);
create index model_version_data_in on model_version_data (dataset_version_id);

insert into model_version_ancestor
with recursive line (id, ancestor, distance) as (
    select id, started_from, 1 from model_version where started_from is not null
    union all
    select l.id, v.started_from, l.distance + 1 from line l join model_version v on v.id = l.ancestor
    where v.started_from is not null
)
select id, ancestor, distance from line;

insert into model_version_data
select id, dataset_version_id, 'TRAINED_ON', true from model_version where dataset_version_id is not null;

insert into model_version_data
select a.model_version_id, v.dataset_version_id, 'TRAINED_ON', false
from model_version_ancestor a join model_version v on v.id = a.ancestor_id
where v.dataset_version_id is not null
on conflict do nothing;

alter table model_version
    alter column origin set not null,
    add constraint model_version_origin_kind check (origin ->> 'kind' is not null),
    drop column run_id,
    drop column dataset_version_id,
    drop column started_from,
    drop column training,
    drop column import;

-- one model a run
create unique index model_version_run on model_version ((origin ->> 'runId'));

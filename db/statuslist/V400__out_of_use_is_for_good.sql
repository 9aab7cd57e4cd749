-- As before, but a model that somebody took out of use by hand is revoked too: that is for good, and a state of its own
-- would tell of all others that a consent has ended. After V386, which it goes on from.
create or replace function model_status(at timestamptz)
returns table (status_id text, list_index integer, state text) language sql stable
begin atomic
    with gone as materialized (
        select distinct ended.model_version_id from ended_model_version(at) ended
        union
        select d.model_version_id from model_version_data d
        join dataset_version v on v.id = d.dataset_version_id where v.status = 'REVOKED'
    )
    select e.status_id, e.list_index,
        case when gone.model_version_id is not null or m.status <> 'ACTIVE' then 'REVOKED' else 'VALID' end
    from status_entry e
    join model_version m on m.id = e.model_version_id
    left join gone on gone.model_version_id = e.model_version_id;
end;

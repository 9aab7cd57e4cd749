-- Models that rest on a consent which has ended by that time: on a dataset version that one of its people takes part in
-- no more, be it their own or one of whatever they go on from, and whatever anybody has heard of it. Everything that
-- loads, hands out or offers a model asks this in its query.
create function ended_model_version(at timestamptz) returns table (model_version_id uuid) language sql stable
begin atomic
    select d.model_version_id from model_version_data d
    left join dataset_version_term t on t.version_id = d.dataset_version_id
    where coalesce(t.live_until, '-infinity') <= at;
end;

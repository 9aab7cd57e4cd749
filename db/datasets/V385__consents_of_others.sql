-- Who else is on an image has agreed too, and has to have agreed ever since: with the beginning of the stretch of their
-- consent that it was taken in. A later consent opens nothing of it.
alter table dataset_image_other add column live_since timestamptz;
update dataset_image_other o set live_since = t.live_since
from dataset d, consent_term t
where d.id = o.dataset_id and t.subject_id = o.subject_id and t.purpose = d.purpose;
alter table dataset_image_other alter column live_since set not null;

create or replace function complete_dataset_image_other() returns trigger language plpgsql as $$
begin
    select i.dataset_id, i.subject_id into new.dataset_id, new.of_subject from dataset_image i where i.id = new.image_id;
    perform from data_subject where id = new.subject_id for share; -- a change of their consent comes before, or finds this row
    select coalesce(max(t.live_until), '-infinity'), coalesce(max(t.live_since), 'infinity')
    into new.live_until, new.live_since
    from dataset d join consent_term t on t.purpose = d.purpose and t.subject_id = new.subject_id
    where d.id = new.dataset_id;
    return new;
end
$$;

create or replace function consent_term_changed_for_others() returns trigger language plpgsql as $$
begin
    update dataset_image_other o
    set live_until = case when c.live_since > o.live_since then '-infinity' else c.live_until end
    from changed c, dataset d
    where o.subject_id = c.subject_id and d.id = o.dataset_id and d.purpose = c.purpose
        and o.live_until <> case when c.live_since > o.live_since then '-infinity' else c.live_until end;
    return null;
end
$$;

-- A version rests on their consents as on those of the people with a label.
alter table dataset_version_other add column consent_id uuid references consent;
alter table dataset_version_other disable trigger user;
with given as (
    select c.id, c.subject_id, p.purpose, c.recorded_at,
        least(coalesce(c.expires_at, 'infinity'), coalesce(min(e.ended_at), 'infinity')) as until
    from consent c
    join consent_purpose p on p.consent_id = c.id
    left join consent_end e on e.consent_id = c.id
    group by c.id, p.purpose
), named as (
    select distinct on (s.version_id, s.subject_id) s.version_id, s.subject_id, g.id as consent
    from dataset_version_other s
    join dataset_version v on v.id = s.version_id
    join dataset d on d.id = v.dataset_id
    join given g on g.subject_id = s.subject_id and g.purpose = d.purpose
    where g.recorded_at <= v.sealed_at and g.until > v.sealed_at
    order by s.version_id, s.subject_id, g.until desc, g.recorded_at desc
)
update dataset_version_other s set consent_id = n.consent
from named n where n.version_id = s.version_id and n.subject_id = s.subject_id;
alter table dataset_version_other enable trigger user;

update dataset_version_term t set live_until = least(t.live_until, o.live_until)
from (select s.version_id, min(case when c.id is null or e.consent_id is not null or p.erasure_started_at is not null
          then '-infinity' else coalesce(c.expires_at, 'infinity') end) as live_until
      from dataset_version_other s
      join data_subject p on p.id = s.subject_id
      left join consent c on c.id = s.consent_id
      left join consent_end e on e.consent_id = s.consent_id
      group by s.version_id) o
where o.version_id = t.version_id and t.live_until > o.live_until;

create trigger dataset_version_others_added after insert on dataset_version_other
    referencing new table as added for each statement execute function dataset_version_subjects_added();

create or replace function consent_ended_for_versions() returns trigger language plpgsql as $$
begin
    perform shut_dataset_versions(array(
        select s.version_id from ended
        join consent c on c.id = ended.consent_id
        join dataset_version_subject s on s.subject_id = c.subject_id and s.consent_id = c.id
        union
        select s.version_id from ended
        join consent c on c.id = ended.consent_id
        join dataset_version_other s on s.subject_id = c.subject_id and s.consent_id = c.id));
    return null;
end
$$;

create or replace function data_subject_changed_for_versions() returns trigger language plpgsql as $$
begin
    perform shut_dataset_versions(array(
        select s.version_id from changed
        join dataset_version_subject s on s.subject_id = changed.id where changed.erasure_started_at is not null
        union
        select s.version_id from changed
        join dataset_version_other s on s.subject_id = changed.id where changed.erasure_started_at is not null));
    return null;
end
$$;

-- Each image names the consent it was taken under, with the time that consent was recorded, which tells whether the
-- person has agreed ever since. Of several live ones the one that lasts longest. One of before that can name none is
-- shown and used no more.
alter table dataset_image
    add column consent_id uuid references consent,
    add column consented_at timestamptz,
    add constraint dataset_image_consent_is_whole check ((consent_id is null) = (consented_at is null));

alter table dataset_image disable trigger user; -- they count images, of which this makes no more and no fewer
with given as (
    select c.id, c.subject_id, p.purpose, c.recorded_at,
        least(coalesce(c.expires_at, 'infinity'), coalesce(min(e.ended_at), 'infinity')) as until
    from consent c
    join consent_purpose p on p.consent_id = c.id
    left join consent_end e on e.consent_id = c.id
    group by c.id, p.purpose
), named as (
    select distinct on (i.id) i.id as image, g.id as consent, g.recorded_at
    from dataset_image i
    join dataset d on d.id = i.dataset_id
    join given g on g.subject_id = i.subject_id and g.purpose = d.purpose
    where g.recorded_at <= i.added_at and g.until > i.added_at
    order by i.id, g.until desc, g.recorded_at desc
)
update dataset_image i set consent_id = n.consent, consented_at = n.recorded_at from named n where n.image = i.id;
alter table dataset_image enable trigger user;

-- A sealed version rests on the consents its people gave, by name: on each for as long as it lasts, and on no later one.
alter table dataset_version_subject add column consent_id uuid references consent;

alter table dataset_version_subject disable trigger user;
with given as (
    select c.id, c.subject_id, p.purpose, c.recorded_at,
        least(coalesce(c.expires_at, 'infinity'), coalesce(min(e.ended_at), 'infinity')) as until
    from consent c
    join consent_purpose p on p.consent_id = c.id
    left join consent_end e on e.consent_id = c.id
    group by c.id, p.purpose
), named as (
    select distinct on (s.version_id, s.subject_id) s.version_id, s.subject_id, g.id as consent
    from dataset_version_subject s
    join dataset_version v on v.id = s.version_id
    join dataset d on d.id = v.dataset_id
    join given g on g.subject_id = s.subject_id and g.purpose = d.purpose
    where g.recorded_at <= v.sealed_at and g.until > v.sealed_at
    order by s.version_id, s.subject_id, g.until desc, g.recorded_at desc
)
update dataset_version_subject s set consent_id = n.consent
from named n where n.version_id = s.version_id and n.subject_id = s.subject_id;
alter table dataset_version_subject enable trigger user;

-- Until when a version may be used: the earliest end of the consents it rests on, -infinity once one of them has ended
-- before its time, or someone's erasure has begun, or someone's consent cannot be named. Derived, and kept in the
-- transaction that ends a consent. It can only fall. A table of its own: nobody who relies on it locks its rows, so that
-- no withdrawal waits for them. Without a row a version may not be used.
create table dataset_version_term (
    version_id uuid        primary key references dataset_version,
    live_until timestamptz not null
);

comment on table dataset_version_term is 'Until when the consents that a sealed version names all last; compared with the clock of whoever asks';

create function dataset_version_subjects_added() returns trigger language plpgsql as $$
begin
    insert into dataset_version_term as t (version_id, live_until)
    select a.version_id, min(case when c.id is null or e.consent_id is not null or p.erasure_started_at is not null
        then '-infinity' else coalesce(c.expires_at, 'infinity') end)
    from added a
    join data_subject p on p.id = a.subject_id
    left join consent c on c.id = a.consent_id and c.subject_id = a.subject_id
    left join consent_end e on e.consent_id = c.id
    group by a.version_id
    on conflict (version_id) do update set live_until = least(t.live_until, excluded.live_until);
    return null;
end
$$;

insert into dataset_version_term (version_id, live_until)
select v.id, coalesce(min(case when s.consent_id is null or e.consent_id is not null or p.erasure_started_at is not null
    then '-infinity' else coalesce(c.expires_at, 'infinity') end), '-infinity')
from dataset_version v
left join dataset_version_subject s on s.version_id = v.id
left join data_subject p on p.id = s.subject_id
left join consent c on c.id = s.consent_id
left join consent_end e on e.consent_id = s.consent_id
group by v.id;

create trigger dataset_version_subjects_added after insert on dataset_version_subject
    referencing new table as added for each statement execute function dataset_version_subjects_added();

-- in one order, so that of two withdrawals at once neither waits for the other for ever
create function shut_dataset_versions(versions uuid[]) returns void language plpgsql as $$
begin
    perform from dataset_version_term where version_id = any (versions) and live_until > '-infinity'
        order by version_id for no key update;
    update dataset_version_term set live_until = '-infinity'
        where version_id = any (versions) and live_until > '-infinity';
end
$$;

-- After `consent_ended`, which has waited for whoever holds these people: a version that is being sealed is found here.
create function consent_ended_for_versions() returns trigger language plpgsql as $$
begin
    perform shut_dataset_versions(array(
        select s.version_id from ended
        join consent c on c.id = ended.consent_id
        join dataset_version_subject s on s.subject_id = c.subject_id and s.consent_id = c.id));
    return null;
end
$$;
create trigger consent_ended_for_versions after insert on consent_end
    referencing new table as ended for each statement execute function consent_ended_for_versions();

create function data_subject_changed_for_versions() returns trigger language plpgsql as $$
begin
    perform shut_dataset_versions(array(
        select s.version_id from changed
        join dataset_version_subject s on s.subject_id = changed.id where changed.erasure_started_at is not null));
    return null;
end
$$;
create trigger data_subject_changed_for_versions after update on data_subject
    referencing new table as changed for each statement execute function data_subject_changed_for_versions();

create function keep_dataset_version_term() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'The term of a sealed version is never forgotten';
    end if;
    if new.live_until > old.live_until or new.version_id <> old.version_id then
        raise exception 'What a version rests on can only end';
    end if;
    return new;
end
$$;
create trigger keep_dataset_version_term before update or delete on dataset_version_term
    for each row execute function keep_dataset_version_term();
create trigger keep_dataset_version_terms before truncate on dataset_version_term
    for each statement execute function keep_dataset_version_term();

-- Versions that may be used at that time.
create function live_dataset_version(at timestamptz) returns table (version_id uuid, live_until timestamptz)
language sql stable
begin atomic
    select t.version_id, t.live_until from dataset_version_term t where t.live_until > at;
end;

-- Images of an earlier stretch are counted no more; what is left of them is erased soon after.
create or replace function count_dataset_images() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        update dataset_subject s set images = s.images - n.images
        from (select g.dataset_id, g.subject_id, count(*) as images from gone g
              join dataset d on d.id = g.dataset_id
              join consent_term t on t.subject_id = g.subject_id and t.purpose = d.purpose
              where g.erased_at is null and g.consented_at >= t.live_since
              group by g.dataset_id, g.subject_id) n
        where s.dataset_id = n.dataset_id and s.subject_id = n.subject_id;
    end if;
    if tg_op <> 'DELETE' then
        perform from data_subject where id in (select subject_id from added where erased_at is null)
            order by id for share;
        insert into dataset_subject as s (dataset_id, subject_id, images, live_until)
        select a.dataset_id, a.subject_id, count(*), t.live_until
        from added a
        join dataset d on d.id = a.dataset_id
        join consent_term t on t.subject_id = a.subject_id and t.purpose = d.purpose
        where a.erased_at is null and a.consented_at >= t.live_since
        group by a.dataset_id, a.subject_id, t.live_until
        order by a.dataset_id, a.subject_id
        on conflict (dataset_id, subject_id) do update set images = s.images + excluded.images;
    end if;
    if tg_op <> 'INSERT' then
        delete from dataset_subject s using (select distinct dataset_id, subject_id from gone) n
        where s.dataset_id = n.dataset_id and s.subject_id = n.subject_id and s.images = 0;
    end if;
    return null;
end
$$;

drop trigger consent_term_changed_for_datasets on consent_term;
create function consent_term_moved_for_datasets() returns trigger language plpgsql as $$
begin
    delete from dataset_subject s
    using changed c join former f on f.subject_id = c.subject_id and f.purpose = c.purpose, dataset d
    where c.live_since > f.live_since
        and s.subject_id = c.subject_id and d.id = s.dataset_id and d.purpose = c.purpose;
    update dataset_subject s set live_until = c.live_until
    from changed c, dataset d
    where s.subject_id = c.subject_id and d.id = s.dataset_id and d.purpose = c.purpose
        and s.live_until <> c.live_until;
    return null;
end
$$;
create trigger consent_term_changed_for_datasets after update on consent_term
    referencing old table as former new table as changed
    for each statement execute function consent_term_moved_for_datasets();

-- counted anew: someone may have agreed again before
delete from dataset_subject;
insert into dataset_subject (dataset_id, subject_id, images, live_until)
select i.dataset_id, i.subject_id, count(*), t.live_until
from dataset_image i
join dataset d on d.id = i.dataset_id
join consent_term t on t.subject_id = i.subject_id and t.purpose = d.purpose
where i.erased_at is null and i.consented_at >= t.live_since
group by i.dataset_id, i.subject_id, t.live_until;

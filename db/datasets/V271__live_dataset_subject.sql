-- Beside the number of someone's images the end of their consent to the dataset's purpose, as `consent_term` has it, kept
-- in the transaction that changes it: joined anew for each list and count of 100,000 people that takes ten times as long
-- as reading it. -infinity where there is no consent.
alter table dataset_subject add column live_until timestamptz not null default '-infinity';

update dataset_subject s set live_until = t.live_until
from dataset d, consent_term t
where d.id = s.dataset_id and t.subject_id = s.subject_id and t.purpose = d.purpose;

-- one index has all that lists and counts ask for
alter table dataset_subject
    drop constraint dataset_subject_pkey,
    add primary key (dataset_id, subject_id) include (images, live_until);
create index dataset_subject_of_subject on dataset_subject (subject_id);

-- Of people who agree at that time to what the dataset is for.
create function live_dataset_subject(at timestamptz) returns table (dataset_id uuid, subject_id uuid, images integer)
language sql stable
begin atomic
    select s.dataset_id, s.subject_id, s.images from dataset_subject s where s.live_until > at;
end;

create function consent_term_changed_for_datasets() returns trigger language plpgsql as $$
begin
    update dataset_subject s set live_until = c.live_until
    from changed c, dataset d
    where s.subject_id = c.subject_id and d.id = s.dataset_id and d.purpose = c.purpose
        and s.live_until <> c.live_until;
    return null;
end
$$;

create trigger consent_term_added_for_datasets after insert on consent_term
    referencing new table as changed for each statement execute function consent_term_changed_for_datasets();
create trigger consent_term_changed_for_datasets after update on consent_term
    referencing new table as changed for each statement execute function consent_term_changed_for_datasets();

-- As before; a new row begins with the consent as it is. The people are held, as whoever adds an image holds them
-- already: a change of their consent comes before, and is seen here, or after, and finds the row.
create or replace function count_dataset_images() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        update dataset_subject s set images = s.images - n.images
        from (select dataset_id, subject_id, count(*) as images from gone where erased_at is null
              group by dataset_id, subject_id) n
        where s.dataset_id = n.dataset_id and s.subject_id = n.subject_id;
    end if;
    if tg_op <> 'DELETE' then
        perform from data_subject where id in (select subject_id from added where erased_at is null)
            order by id for share;
        insert into dataset_subject as s (dataset_id, subject_id, images, live_until)
        select n.dataset_id, n.subject_id, n.images, coalesce(t.live_until, '-infinity')
        from (select dataset_id, subject_id, count(*) as images from added where erased_at is null
              group by dataset_id, subject_id) n
        join dataset d on d.id = n.dataset_id
        left join consent_term t on t.subject_id = n.subject_id and t.purpose = d.purpose
        order by n.dataset_id, n.subject_id
        on conflict (dataset_id, subject_id) do update set images = s.images + excluded.images;
    end if;
    if tg_op <> 'INSERT' then
        delete from dataset_subject s using (select distinct dataset_id, subject_id from gone) n
        where s.dataset_id = n.dataset_id and s.subject_id = n.subject_id and s.images = 0;
    end if;
    return null;
end
$$;

-- people agreed to this purpose and no other, and so did what is derived from that
create function keep_dataset_purpose() returns trigger language plpgsql as $$
begin
    raise exception 'What a dataset is for cannot be changed';
end
$$;

create trigger keep_dataset_purpose before update on dataset
    for each row when (old.purpose <> new.purpose) execute function keep_dataset_purpose();

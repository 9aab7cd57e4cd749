create table dataset_subject (
    dataset_id uuid not null references dataset,
    subject_id uuid not null references data_subject,
    images     integer not null check (images >= 0),
    primary key (dataset_id, subject_id)
);

comment on table dataset_subject is 'How many images of a subject a dataset has, kept by triggers of dataset_image';

insert into dataset_subject (dataset_id, subject_id, images)
select dataset_id, subject_id, count(*) from dataset_image where erased_at is null group by dataset_id, subject_id;

-- Within the statement that changes the images: no count can differ from what it counts, whoever writes.
create function count_dataset_images() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        update dataset_subject s set images = s.images - n.images
        from (select dataset_id, subject_id, count(*) as images from gone where erased_at is null
              group by dataset_id, subject_id) n
        where s.dataset_id = n.dataset_id and s.subject_id = n.subject_id;
    end if;
    if tg_op <> 'DELETE' then
        insert into dataset_subject as s (dataset_id, subject_id, images)
        select dataset_id, subject_id, count(*) from added where erased_at is null
        group by dataset_id, subject_id order by dataset_id, subject_id
        on conflict (dataset_id, subject_id) do update set images = s.images + excluded.images;
    end if;
    if tg_op <> 'INSERT' then
        delete from dataset_subject s using (select distinct dataset_id, subject_id from gone) n
        where s.dataset_id = n.dataset_id and s.subject_id = n.subject_id and s.images = 0;
    end if;
    return null;
end
$$;

create trigger count_added_dataset_images after insert on dataset_image
    referencing new table as added
    for each statement execute function count_dataset_images();

create trigger count_changed_dataset_images after update on dataset_image
    referencing old table as gone new table as added
    for each statement execute function count_dataset_images();

create trigger count_deleted_dataset_images after delete on dataset_image
    referencing old table as gone
    for each statement execute function count_dataset_images();

-- A picture of several people is one image of each of them: a crop and a copy of its own, on which the others' faces are
-- painted over. Each of these belongs to everyone on the picture: any one's consent closes it, any one's key.
alter table dataset_image
    add column picture_hash text,
    add column faces integer check (faces >= 0),
    add constraint dataset_image_picture_hash_until_erased check (picture_hash is null or erased_at is null);

comment on column dataset_image.picture_hash is 'SHA-256 of the picture of several people that this is a copy of';
comment on column dataset_image.faces is 'How many were found on the picture; null: nobody counted';

create unique index dataset_image_once_of_a_picture on dataset_image (dataset_id, picture_hash, subject_id)
    where picture_hash is not null;

create table dataset_image_other (
    image_id   uuid        not null references dataset_image,
    subject_id uuid        not null references data_subject,
    dataset_id uuid        not null,
    of_subject uuid        not null,
    live_until timestamptz not null,
    primary key (image_id, subject_id)
);

comment on table dataset_image_other is 'Who else is on an image, until it is erased';
comment on column dataset_image_other.of_subject is 'Whose image it is';
comment on column dataset_image_other.live_until is 'Of the other one''s consent to what the dataset is for, as consent_term has it';

create index dataset_image_other_of_subject on dataset_image_other (subject_id);
create index dataset_image_other_live on dataset_image_other (dataset_id, live_until) include (of_subject, image_id);

-- Whoever inserts says who is on which image; the rest is told here.
create function complete_dataset_image_other() returns trigger language plpgsql as $$
begin
    select i.dataset_id, i.subject_id into new.dataset_id, new.of_subject from dataset_image i where i.id = new.image_id;
    perform from data_subject where id = new.subject_id for share; -- a change of their consent comes before, or finds this row
    select coalesce(max(t.live_until), '-infinity') into new.live_until
    from dataset d join consent_term t on t.purpose = d.purpose and t.subject_id = new.subject_id
    where d.id = new.dataset_id;
    return new;
end
$$;
create trigger complete_dataset_image_other before insert on dataset_image_other
    for each row execute function complete_dataset_image_other();

create function consent_term_changed_for_others() returns trigger language plpgsql as $$
begin
    update dataset_image_other o set live_until = c.live_until
    from changed c, dataset d
    where o.subject_id = c.subject_id and d.id = o.dataset_id and d.purpose = c.purpose
        and o.live_until <> c.live_until;
    return null;
end
$$;
create trigger consent_term_added_for_others after insert on consent_term
    referencing new table as changed for each statement execute function consent_term_changed_for_others();
create trigger consent_term_changed_for_others after update on consent_term
    referencing new table as changed for each statement execute function consent_term_changed_for_others();

create function forget_others_of_erased_images() returns trigger language plpgsql as $$
begin
    delete from dataset_image_other o using changed c where o.image_id = c.id and c.erased_at is not null;
    return null;
end
$$;
create trigger forget_others_of_erased_images after update on dataset_image
    referencing new table as changed for each statement execute function forget_others_of_erased_images();

-- As before, without the images on which somebody else no longer agrees: few, and only until they are erased.
create or replace function live_dataset_subject(at timestamptz)
    returns table (dataset_id uuid, subject_id uuid, images integer)
language sql stable
begin atomic
    select s.dataset_id, s.subject_id, cast(s.images - coalesce(o.images, 0) as integer)
    from dataset_subject s
    left join (select o.dataset_id, o.of_subject, count(distinct o.image_id) as images
               from dataset_image_other o where o.live_until <= at group by o.dataset_id, o.of_subject) o
        on o.dataset_id = s.dataset_id and o.of_subject = s.subject_id
    where s.live_until > at and s.images > coalesce(o.images, 0);
end;

-- Who is on the images of a sealed version without being in it under a label: whoever has too few images of their own.
create table dataset_version_other (
    version_id uuid not null references dataset_version,
    subject_id uuid not null references data_subject,
    primary key (version_id, subject_id)
);
create index dataset_version_other_by_subject on dataset_version_other (subject_id);
create trigger keep_dataset_version_other before update or delete on dataset_version_other
    for each row execute function keep_dataset_version_subject();

alter table dataset_version add column uncounted_images integer check (uncounted_images >= 0);
comment on column dataset_version.uncounted_images is 'Images on which nobody could count the faces; null: of before they were counted';

-- as before, whatever columns there are
create or replace function keep_dataset_version() returns trigger language plpgsql as $$
declare
    revocation constant text[] := array['status', 'revoked_at', 'revocation_reason'];
begin
    if tg_op = 'DELETE' then
        raise exception 'A sealed dataset version cannot be deleted';
    end if;
    if old.status <> 'SEALED' or new.status <> 'REVOKED'
        or to_jsonb(new) - revocation is distinct from to_jsonb(old) - revocation then
        raise exception 'A sealed dataset version can only be revoked';
    end if;
    return new;
end
$$;

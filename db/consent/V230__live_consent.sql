-- Until when each person agrees to each purpose: the latest end of their consents to it, infinity for one without an
-- end, -infinity once nothing is left or their erasure has begun. Derived, as an index is, and kept by the database in
-- the transaction that changes a consent: with 100,000 people a join of the three tables takes too long to be asked
-- once a second. One row a person and purpose ever agreed to. The beginning is not asked: nobody can record a consent
-- that is not yet given.
create table consent_term (
    subject_id uuid        not null references data_subject,
    purpose    text        not null,
    live_until timestamptz not null,
    primary key (purpose, subject_id) include (live_until)
);
create index consent_term_of_subject on consent_term (subject_id);

create function keep_consent_term(subjects uuid[]) returns void language sql
begin atomic
    insert into consent_term (subject_id, purpose, live_until)
    select c.subject_id, p.purpose, max(
        case when c.withdrawn_at is not null or s.erasure_started_at is not null then '-infinity'
             else coalesce(c.expires_at, 'infinity') end)
    from consent c
    join consent_purpose p on p.consent_id = c.id
    join data_subject s on s.id = c.subject_id
    where c.subject_id = any (subjects)
    group by c.subject_id, p.purpose
    on conflict (purpose, subject_id) do update set live_until = excluded.live_until
        where consent_term.live_until <> excluded.live_until;
end;

create function consent_purpose_changed() returns trigger language plpgsql as $$
begin
    perform keep_consent_term(array(select c.subject_id from changed join consent c on c.id = changed.consent_id));
    return null;
end
$$;

create function consent_changed() returns trigger language plpgsql as $$
begin
    perform keep_consent_term(array(select subject_id from changed));
    return null;
end
$$;

create function data_subject_changed() returns trigger language plpgsql as $$
begin
    perform keep_consent_term(array(select id from changed where erasure_started_at is not null));
    return null;
end
$$;

create trigger consent_purpose_added after insert on consent_purpose
    referencing new table as changed for each statement execute function consent_purpose_changed();
create trigger consent_changed after update on consent
    referencing new table as changed for each statement execute function consent_changed();
create trigger data_subject_changed after update on data_subject
    referencing new table as changed for each statement execute function data_subject_changed();

select keep_consent_term(array(select id from data_subject));

-- What live consent is, for all that list, count or open anything about people: a view that takes the time, since
-- clocks are the application's. Joined, it becomes a part of the query. At most one row a person and purpose.
create function live_consent(at timestamptz) returns table (subject_id uuid, purpose text, live_until timestamptz)
language sql stable
begin atomic
    select t.subject_id, t.purpose, t.live_until from consent_term t where t.live_until > at;
end;

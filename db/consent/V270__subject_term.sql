-- Until when each person agrees to anything at all: the latest of their `consent_term`, -infinity for none. With what
-- lists of people are ordered and told apart by, so that one index answers them, the deep pages and the counts: 100,000
-- people asked one by one whether some consent is live take seconds. A table of its own: data_subject's rows are locked
-- by whoever relies on a consent, and its triggers lead here.
create table subject_term (
    subject_id    uuid        primary key references data_subject,
    registered_at timestamptz not null,
    live_until    timestamptz not null,
    erased        boolean     not null
);
create index subject_term_registered on subject_term (registered_at desc, subject_id) include (live_until, erased);

create function keep_subject_term(subjects uuid[]) returns void language sql
begin atomic
    insert into subject_term (subject_id, registered_at, live_until, erased)
    select s.id, s.registered_at, coalesce(max(t.live_until), '-infinity'), s.erased_at is not null
    from data_subject s
    left join consent_term t on t.subject_id = s.id
    where s.id = any (subjects)
    group by s.id
    on conflict (subject_id) do update set live_until = excluded.live_until, erased = excluded.erased
        where (subject_term.live_until, subject_term.erased) <> (excluded.live_until, excluded.erased);
end;

-- As before, and then for the person; one change of a person's consents after the other, whoever makes them: each
-- finds what the other has left.
create or replace function keep_consent_term(subjects uuid[]) returns void language sql
begin atomic
    select id from data_subject where id = any (subjects) order by id for no key update;
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
    select keep_subject_term(subjects);
end;

create function data_subject_added() returns trigger language plpgsql as $$
begin
    perform keep_subject_term(array(select id from changed));
    return null;
end
$$;

create trigger data_subject_added after insert on data_subject
    referencing new table as changed for each statement execute function data_subject_added();

select keep_subject_term(array(select id from data_subject));

-- whose consent ends soon
create index consent_term_ending on consent_term (live_until) include (subject_id) where live_until < 'infinity';

-- Since when each person agrees to each purpose without a break: the record of the first consent of the present
-- stretch. What was taken of someone under an earlier stretch is not revived by a later consent.
alter table consent_term add column live_since timestamptz;

with given as (
    select c.subject_id, p.purpose, c.recorded_at,
        least(coalesce(c.expires_at, 'infinity'), coalesce(min(e.ended_at), 'infinity')) as until
    from consent c
    join consent_purpose p on p.consent_id = c.id
    left join consent_end e on e.consent_id = c.id
    group by c.id, p.purpose
), begun as (
    select subject_id, purpose, recorded_at, recorded_at >= coalesce(max(until) over (
        partition by subject_id, purpose order by recorded_at, until rows between unbounded preceding and 1 preceding),
        '-infinity') as anew
    from given
)
update consent_term t set live_since = b.since
from (select subject_id, purpose, max(recorded_at) filter (where anew) as since from begun group by subject_id, purpose) b
where b.subject_id = t.subject_id and b.purpose = t.purpose;

alter table consent_term alter column live_since set not null;

-- as before, with the beginning of the stretch: a consent recorded when the earlier ones were over begins a new one.
-- Both times are the ledger's own, so that clocks that differ do not matter; a withdrawal ends a stretch whatever they say.
create or replace function keep_consent_term(subjects uuid[]) returns void language sql
begin atomic
    select id from data_subject where id = any (subjects) order by id for no key update;
    insert into consent_term (subject_id, purpose, live_until, live_since)
    select c.subject_id, p.purpose, max(
        case when e.consent_id is not null or s.erasure_started_at is not null then '-infinity'
             else coalesce(c.expires_at, 'infinity') end), max(c.recorded_at)
    from consent c
    join consent_purpose p on p.consent_id = c.id
    join data_subject s on s.id = c.subject_id
    left join consent_end e on e.consent_id = c.id
    where c.subject_id = any (subjects)
    group by c.subject_id, p.purpose
    on conflict (purpose, subject_id) do update set live_until = excluded.live_until,
        live_since = case when consent_term.live_until <= excluded.live_since then excluded.live_since
                          else consent_term.live_since end
        where consent_term.live_until <> excluded.live_until;
    select keep_subject_term(subjects);
end;

drop function live_consent(timestamptz);
create function live_consent(at timestamptz)
returns table (subject_id uuid, purpose text, live_until timestamptz, live_since timestamptz) language sql stable
begin atomic
    select t.subject_id, t.purpose, t.live_until, t.live_since from consent_term t where t.live_until > at;
end;

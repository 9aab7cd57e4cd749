-- Who is in a benchmark of people who agreed to it, and by which consent to evaluation: it rests on each of them for as
-- long as it lasts, and on no later one. No name is kept: people are known here, and pairs refer to images by position.
create table benchmark_subject (
    benchmark_id uuid not null references benchmark,
    subject_id   uuid not null references data_subject,
    consent_id   uuid not null references consent,
    primary key (benchmark_id, subject_id)
);
create index benchmark_subject_by_subject on benchmark_subject (subject_id);

-- Until when all these consents last; as `dataset_version_term`.
create table benchmark_term (
    benchmark_id uuid        primary key references benchmark,
    live_until   timestamptz not null
);

comment on table benchmark_term is 'Until when the consents that a benchmark rests on all last; one by consent without a row has named nobody and is not used';

create function benchmark_subjects_added() returns trigger language plpgsql as $$
begin
    insert into benchmark_term as t (benchmark_id, live_until)
    select a.benchmark_id, min(case when c.id is null or e.consent_id is not null or p.erasure_started_at is not null
        then '-infinity' else coalesce(c.expires_at, 'infinity') end)
    from added a
    join data_subject p on p.id = a.subject_id
    left join consent c on c.id = a.consent_id and c.subject_id = a.subject_id
    left join consent_end e on e.consent_id = c.id
    group by a.benchmark_id
    on conflict (benchmark_id) do update set live_until = least(t.live_until, excluded.live_until);
    return null;
end
$$;
create trigger benchmark_subjects_added after insert on benchmark_subject
    referencing new table as added for each statement execute function benchmark_subjects_added();

create function keep_benchmark_subject() returns trigger language plpgsql as $$
begin
    raise exception 'Who is in a benchmark cannot be changed';
end
$$;
create trigger keep_benchmark_subject before update or delete or truncate on benchmark_subject
    for each statement execute function keep_benchmark_subject();

create function shut_benchmarks(benchmarks uuid[]) returns void language plpgsql as $$
begin
    perform from benchmark_term where benchmark_id = any (benchmarks) and live_until > '-infinity'
        order by benchmark_id for no key update;
    update benchmark_term set live_until = '-infinity'
        where benchmark_id = any (benchmarks) and live_until > '-infinity';
end
$$;

-- after `consent_ended`, as for dataset versions
create function consent_ended_for_benchmarks() returns trigger language plpgsql as $$
begin
    perform shut_benchmarks(array(
        select s.benchmark_id from ended
        join consent c on c.id = ended.consent_id
        join benchmark_subject s on s.subject_id = c.subject_id and s.consent_id = c.id));
    return null;
end
$$;
create trigger consent_ended_for_benchmarks after insert on consent_end
    referencing new table as ended for each statement execute function consent_ended_for_benchmarks();

create function data_subject_changed_for_benchmarks() returns trigger language plpgsql as $$
begin
    perform shut_benchmarks(array(
        select s.benchmark_id from changed
        join benchmark_subject s on s.subject_id = changed.id where changed.erasure_started_at is not null));
    return null;
end
$$;
create trigger data_subject_changed_for_benchmarks after update on data_subject
    referencing new table as changed for each statement execute function data_subject_changed_for_benchmarks();

create function keep_benchmark_term() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' then
        raise exception 'The term of a benchmark is never forgotten';
    end if;
    if new.live_until > old.live_until or new.benchmark_id <> old.benchmark_id then
        raise exception 'What a benchmark rests on can only end';
    end if;
    return new;
end
$$;
create trigger keep_benchmark_term before update or delete on benchmark_term
    for each row execute function keep_benchmark_term();
create trigger keep_benchmark_terms before truncate on benchmark_term
    for each statement execute function keep_benchmark_term();

-- Benchmarks of people who agreed to be in them of which one has ended, or none was ever named, by that time.
create function ended_benchmark(at timestamptz) returns table (benchmark_id uuid) language sql stable
begin atomic
    select b.id from benchmark b left join benchmark_term t on t.benchmark_id = b.id
    where b.legal_basis = 'CONSENT' and coalesce(t.live_until, '-infinity') <= at;
end;

-- The ledger is only added to: a consent ends by a row that says so, and its evidence, which erasure deletes, lies beside
-- it. Whoever may insert here and nothing else can take no withdrawal back.
create table consent_end (
    consent_id uuid        not null references consent,
    kind       text        not null check (kind in ('WITHDRAWN', 'EXPIRED')),
    ended_at   timestamptz not null,
    reason     text        not null check (reason ~ '^[a-z][a-z-]{0,39}$'),
    primary key (consent_id, kind)
);

comment on table consent_end is 'How consents ended. One that ran out is live no longer from that moment on; its row, with the moment, follows soon after. It may still be withdrawn';

insert into consent_end (consent_id, kind, ended_at, reason)
select id, 'WITHDRAWN', withdrawn_at, withdrawal_reason from consent where withdrawn_at is not null;
insert into consent_end (consent_id, kind, ended_at, reason)
select id, 'EXPIRED', expires_at, 'expired' from consent where expiry_seen_at is not null;

create table consent_evidence (
    consent_id uuid   primary key references consent,
    object_key text   not null,
    media_type text   not null,
    bytes      bigint not null check (bytes > 0),
    hash       text   not null
);

comment on table consent_evidence is 'What proves a consent, until the person is erased';

insert into consent_evidence (consent_id, object_key, media_type, bytes, hash)
select id, evidence_key, evidence_type, evidence_bytes, evidence_hash from consent where evidence_key is not null;

-- as before, with the ends where they are now; any end counts, whatever some clock says
create or replace function keep_consent_term(subjects uuid[]) returns void language sql
begin atomic
    select id from data_subject where id = any (subjects) order by id for no key update;
    insert into consent_term (subject_id, purpose, live_until)
    select c.subject_id, p.purpose, max(
        case when e.consent_id is not null or s.erasure_started_at is not null then '-infinity'
             else coalesce(c.expires_at, 'infinity') end)
    from consent c
    join consent_purpose p on p.consent_id = c.id
    join data_subject s on s.id = c.subject_id
    left join consent_end e on e.consent_id = c.id
    where c.subject_id = any (subjects)
    group by c.subject_id, p.purpose
    on conflict (purpose, subject_id) do update set live_until = excluded.live_until
        where consent_term.live_until <> excluded.live_until;
    select keep_subject_term(subjects);
end;

drop trigger consent_changed on consent;
drop function consent_changed();

create function consent_ended() returns trigger language plpgsql as $$
begin
    perform keep_consent_term(array(select distinct c.subject_id from ended join consent c on c.id = ended.consent_id));
    return null;
end
$$;
create trigger consent_ended after insert on consent_end
    referencing new table as ended for each statement execute function consent_ended();

alter table consent
    drop column withdrawn_at, drop column withdrawal_reason, drop column expiry_seen_at,
    drop column evidence_key, drop column evidence_type, drop column evidence_bytes, drop column evidence_hash;
create index consent_expiring on consent (expires_at) where expires_at is not null;

create function keep_consent_ledger() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger of consents is only added to';
end
$$;

create trigger keep_consent before update or delete or truncate on consent
    for each statement execute function keep_consent_ledger();
create trigger keep_consent_purpose before update or delete or truncate on consent_purpose
    for each statement execute function keep_consent_ledger();
create trigger keep_consent_end before update or delete or truncate on consent_end
    for each statement execute function keep_consent_ledger();

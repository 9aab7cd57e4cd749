-- Consents with evidence among those that things rest on, which are those that last longest: what sealing takes where a
-- dataset asks for evidence.
create function proven_consent(at timestamptz) returns table (consent_id uuid, subject_id uuid, purpose text)
language sql stable
begin atomic
    select c.id, c.subject_id, l.purpose
    from live_consent(at) l
    join consent c on c.subject_id = l.subject_id and coalesce(c.expires_at, 'infinity') = l.live_until
    join consent_purpose p on p.consent_id = c.id and p.purpose = l.purpose
    join consent_evidence e on e.consent_id = c.id
    where not exists (select from consent_end n where n.consent_id = c.id);
end;

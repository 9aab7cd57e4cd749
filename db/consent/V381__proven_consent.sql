-- Consents that are live at that time and have evidence: what sealing and training rest on where a dataset asks for it.
create function proven_consent(at timestamptz) returns table (consent_id uuid, subject_id uuid, purpose text)
language sql stable
begin atomic
    select c.id, c.subject_id, p.purpose
    from consent c
    join consent_purpose p on p.consent_id = c.id
    join consent_evidence e on e.consent_id = c.id
    join data_subject s on s.id = c.subject_id and s.erasure_started_at is null
    where (c.expires_at is null or c.expires_at > at) and not exists (select from consent_end n where n.consent_id = c.id);
end;

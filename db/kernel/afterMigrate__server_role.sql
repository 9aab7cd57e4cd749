-- What the server may do, table by table: its role owns nothing, so that whoever gets hold of it can neither rewrite what
-- happened nor take a withdrawal back. Said anew after each migration, for the tables it made; what is not named here
-- can be read and written, row by row. A database whose owner is the server itself is left as it is.
do $$
declare
    server constant text := '${server}';
    each record;
begin
    if server = current_user then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('facewright server role')); -- servers may start at once
    execute format('grant usage on schema %I to %I', current_schema(), server);
    for each in
        select c.oid::regclass as relation, coalesce(r.rights, 'select, insert, update, delete') as rights
        from pg_class c
        left join (values
            ('flyway_schema_history', 'select'),
            -- what happened, and who agreed to what until when: only added to
            ('audit_entry', 'select, insert'),
            ('consent', 'select, insert'),
            ('consent_purpose', 'select, insert'),
            ('consent_end', 'select, insert'),
            -- what took two people, and who may be one of them
            ('account_touch', 'select, insert'),
            ('proposal', 'select, insert'),
            ('proposal_decision', 'select, insert'),
            ('legal_hold', 'select, insert'),
            ('legal_hold_end', 'select, insert'),
            ('legal_hold_turn', 'select, update'),
            ('erasure_certificate', 'select, insert'),
            ('evidence_proof', 'select, insert'),
            ('bundle_download', 'select, insert'),
            -- derived from those by triggers, and asked instead of them
            ('consent_term', 'select'),
            ('subject_term', 'select'),
            ('dataset_subject', 'select'),
            ('dataset_version_term', 'select'),
            ('dataset_image_other', 'select, insert'),
            ('benchmark_term', 'select'),
            -- lineage: what a model has learnt from is never unlearnt
            ('dataset_version_subject', 'select, insert'),
            ('dataset_version_other', 'select, insert'),
            ('dataset_evidence_policy', 'select, insert'),
            ('benchmark_subject', 'select, insert'),
            ('model_version_data', 'select, insert'),
            ('model_version_ancestor', 'select, insert'),
            -- rows that leave their trace
            ('data_subject', 'select, insert, update'),
            ('data_key', 'select, insert, update'),
            ('key_generation', 'select, insert, update'),
            ('erasure', 'select, insert, update'),
            ('evidence_proof_key', 'select, insert, update'),
            ('bundle_recall', 'select, insert, update'),
            ('dataset_version', 'select, insert, update'),
            -- what others check: keys stay known, numbers go on, and a bundle keeps its place
            ('signing_key', 'select, insert, update'),
            ('key_statement', 'select, update'),
            ('status_entry', 'select, insert'),
            ('model_status_list', 'select, update')
        ) r (relation, rights) on r.relation = c.relname
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    loop
        execute format('revoke all on %s from public, %I', each.relation, server);
        execute format('grant %s on %s to %I', each.rights, each.relation, server);
    end loop;
    -- Triggers write what the server may not, as the owner, and find no tables but ours. Nobody else may hang one of
    -- these functions on a table of their own, whose rows they would believe.
    for each in
        select p.oid::regprocedure as procedure from pg_proc p
        where p.pronamespace = current_schema()::regnamespace and p.prorettype = 'trigger'::regtype
    loop
        execute format('alter function %s security definer set search_path = %I, pg_temp', each.procedure, current_schema());
        execute format('revoke execute on function %s from public', each.procedure);
    end loop;
end
$$;

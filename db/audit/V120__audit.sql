-- What happened, who did it and to what. Only ever added to; no personal data, only ids and counts.
create table audit_entry (
    number     bigint generated always as identity primary key,
    at         timestamptz not null,
    actor_kind text        not null,
    actor_id   text        not null,
    action     text        not null,
    ids        jsonb       not null,
    id_values  text[]      not null, -- the values of ids, to find entries by an id whatever its name
    constraint audit_entry_actor_kind check (actor_kind in ('USER', 'TOKEN', 'SYSTEM')),
    constraint audit_entry_action_form check (action ~ '^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$'),
    constraint audit_entry_ids_object check (jsonb_typeof(ids) = 'object')
);

create index audit_entry_by_action on audit_entry (action, number);
create index audit_entry_by_actor on audit_entry (actor_id, number);
create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_id on audit_entry using gin (id_values);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only: % is refused', tg_op;
end
$$;

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function audit_entry_is_append_only();

create trigger audit_entry_no_truncate before truncate on audit_entry
    for each statement execute function audit_entry_is_append_only();

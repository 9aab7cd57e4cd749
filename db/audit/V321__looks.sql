-- Looks are many, and changes are looked for among them, or they among changes: each list by an index of its own.
create index audit_entry_looks on audit_entry (number) where starts_with(action, 'looked.');
create index audit_entry_changes on audit_entry (number) where not starts_with(action, 'looked.');

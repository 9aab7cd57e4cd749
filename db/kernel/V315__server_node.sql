-- Which processes live: each says so every second or so by the database's clock, so that theirs may differ.
create table server_node (
    id      uuid        primary key,
    beat_at timestamptz not null
);

comment on table server_node is 'Processes of the server, by the id in their connections (facewright.node), and when each was last heard of';

-- Whose it is to deliver an event: of the process that published it, or took it up last. Those of a process that is not
-- heard of any more are taken over by the others. What is owed from before has no living owner.
alter table event_publication add column node uuid;
update event_publication set node = gen_random_uuid();
alter table event_publication alter column node set default nullif(current_setting('facewright.node', true), '')::uuid;

create function keep_event_node() returns trigger language plpgsql as $$
begin
    if new.node is not distinct from old.node then
        new.node := coalesce(nullif(current_setting('facewright.node', true), '')::uuid, old.node);
    end if;
    return new;
end
$$;
create trigger keep_event_node before update on event_publication
    for each row execute function keep_event_node();

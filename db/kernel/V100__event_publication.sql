-- The events still owed to a listener in another module, kept by Spring Modulith so that none is lost in a crash.
create table event_publication (
    id                     uuid primary key,
    listener_id            text        not null,
    event_type             text        not null,
    serialized_event       text        not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int         not null default 0,
    last_resubmission_date timestamptz
);

create index event_publication_by_completion on event_publication (completion_date);
create index event_publication_by_listener on event_publication (listener_id, serialized_event);

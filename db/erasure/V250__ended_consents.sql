-- That someone agrees to nothing any more was looked at with the revocation of dataset versions, and is looked at here
-- now. Ends of consents that are still owed to the one are owed to the other as well.
insert into event_publication
    (id, listener_id, event_type, serialized_event, publication_date, status, completion_attempts, last_resubmission_date)
select gen_random_uuid(), replace(listener_id, 'datasets.', 'erasure.'),
       event_type, serialized_event, publication_date, status, completion_attempts, last_resubmission_date
from event_publication
where completion_date is null and listener_id in ('datasets.consent-withdrawn', 'datasets.consent-expired');

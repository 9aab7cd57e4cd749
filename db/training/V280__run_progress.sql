-- How far a run is stood beside its row, so that writing it did not collide with other changes of the row. Its life says
-- how far it is in the row itself, past the version, and the rest of its progress joins it there.
alter table training_run
    add column epoch integer not null default 0,
    add column data_wait_share double precision,
    add column skipped_steps bigint not null default 0;
update training_run run
set epoch = progress.epoch, data_wait_share = progress.data_wait_share, skipped_steps = progress.skipped_steps
from run_progress progress where progress.run_id = run.id;
drop table run_progress;

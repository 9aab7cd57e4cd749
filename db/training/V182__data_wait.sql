-- Since the last start, as the trainer counts it: steps are recorded by samples.
alter table run_progress add column data_wait_share double precision;

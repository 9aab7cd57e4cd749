-- Steps whose gradient overflowed in float16, so that they changed no weight.
alter table run_progress add column skipped_steps bigint not null default 0;

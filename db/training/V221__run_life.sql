-- The life of a run, under the names that lives have everywhere. How far it is stands in its own row now.
alter table training_run drop constraint training_run_check2;
alter table training_run rename stop_reason to cancel_reason;
alter table training_run rename reason to failure;
alter table training_run
    add column done bigint not null default 0,
    add column total bigint,
    add column failure_arguments jsonb not null default '[]',
    add column trace_id text;
update training_run set cancel_reason = failure, failure = null where status = 'CANCELLED';
update training_run set failure_arguments = jsonb_build_array(detail) where detail is not null
    and failure in ('device-not-found', 'training-diverged', 'training-out-of-memory', 'sealed-image-damaged');
update training_run set trace_id = detail where failure_arguments = '[]';
update training_run run set done = progress.steps_done, total = nullif(progress.total_steps, 0)
from run_progress progress where progress.run_id = run.id;
alter table training_run
    drop column detail,
    add constraint training_run_failed check ((failure is not null) = (status = 'FAILED')),
    add constraint training_run_cancelled check (status <> 'CANCELLED' or cancel_reason is not null);
alter table run_progress drop column steps_done, drop column total_steps;

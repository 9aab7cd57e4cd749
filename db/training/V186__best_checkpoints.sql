-- Of the epoch that ended there, in nats; null in the middle of one.
alter table run_checkpoint add column mean_loss double precision;

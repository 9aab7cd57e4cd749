-- What a run trains on since its last start, such as cpu or cuda:0-3; null before its first.
alter table training_run add column device text;

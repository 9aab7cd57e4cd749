-- What is looked for and not there is "not-found" everywhere; reasons kept from before say it so too.
update job set reason = replace(reason, '-missing', '-not-found') where reason in ('device-missing', 'object-missing', 'image-missing', 'subject-missing');
update training_run set reason = replace(reason, '-missing', '-not-found') where reason in ('device-missing', 'object-missing');
update dataset_upload set failure = replace(failure, '-missing', '-not-found') where failure in ('object-missing', 'subject-missing');
update benchmark set failure = replace(failure, '-missing', '-not-found') where failure = 'object-missing';
update evaluation set failure = replace(failure, '-missing', '-not-found') where failure = 'object-missing';
update export_bundle set failure = replace(failure, '-missing', '-not-found') where failure = 'object-missing';

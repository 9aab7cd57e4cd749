-- Events stand together by owner now and their listeners have lasting names: what is still owed to one is found by them.
update event_publication publication
set listener_id = renamed.listener, event_type = 'dev.facewright.platform.' || renamed.event
from (values
    ('datasets.WithdrawalReactions.on', 'consent.ConsentWithdrawn', 'datasets.consent-withdrawn', 'consent.ConsentEvent$Withdrawn'),
    ('datasets.WithdrawalReactions.on', 'consent.ConsentExpired', 'datasets.consent-expired', 'consent.ConsentEvent$Expired'),
    ('training.RunStops.on', 'datasets.DatasetVersionRevoked', 'training.version-revoked', 'datasets.DatasetEvent$VersionRevoked'),
    ('models.Quarantine.on', 'datasets.DatasetVersionRevoked', 'models.version-revoked', 'datasets.DatasetEvent$VersionRevoked'),
    ('training.RunStops.on', 'models.ModelVersionQuarantined', 'training.model-quarantined', 'models.ModelEvent$Quarantined'),
    ('evaluation.StaleReports.on', 'models.ModelVersionQuarantined', 'evaluation.model-quarantined', 'models.ModelEvent$Quarantined'),
    ('export.WithdrawnBundles.on', 'models.ModelVersionQuarantined', 'export.model-quarantined', 'models.ModelEvent$Quarantined'),
    ('training.Checkpoints.on', 'training.RunCompleted', 'training.run-ended', 'training.RunEvent$Completed'),
    ('training.Checkpoints.on', 'training.RunFailed', 'training.run-ended', 'training.RunEvent$Failed'),
    ('training.Checkpoints.on', 'training.RunCancelled', 'training.run-ended', 'training.RunEvent$Cancelled')
) as renamed (method, old_event, listener, event)
where publication.listener_id = 'dev.facewright.platform.' || renamed.method || '(dev.facewright.platform.' || renamed.old_event || ')';

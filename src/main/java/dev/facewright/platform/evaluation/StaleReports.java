package dev.facewright.platform.evaluation;

import dev.facewright.platform.models.ModelEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// A report on a model that may not be used any more says so. May hear of the same quarantine twice.
@Component
class StaleReports {
    private final EvaluationRecords records;

    StaleReports(EvaluationRecords records) {
        this.records = records;
    }

    @ApplicationModuleListener(id = "evaluation.model-quarantined")
    void on(ModelEvent.Quarantined event) {
        records.staleFor(event.model(), event.reason());
    }
}

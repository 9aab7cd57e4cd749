package dev.facewright.platform.export;

import dev.facewright.platform.models.ModelEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// The bundles of a quarantined model are withdrawn, and destroyed when its weights are. May hear of the same
/// quarantine twice.
@Component
class WithdrawnBundles {
    private final ExportRecords records;

    WithdrawnBundles(ExportRecords records) {
        this.records = records;
    }

    @ApplicationModuleListener(id = "export.weights-destroyed")
    void on(ModelEvent.WeightsDestroyed event) {
        records.destroy(event.model());
    }

    @ApplicationModuleListener(id = "export.model-quarantined")
    void on(ModelEvent.Quarantined event) {
        records.withdraw(event.model(), event.reason());
    }
}

package dev.facewright.platform.export;

import dev.facewright.platform.models.ModelVersionQuarantined;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// The bundles of a quarantined model are withdrawn. May hear of the same quarantine twice.
@Component
class WithdrawnBundles {
    private final ExportRecords records;

    WithdrawnBundles(ExportRecords records) {
        this.records = records;
    }

    @ApplicationModuleListener
    void on(ModelVersionQuarantined event) {
        records.withdraw(event.model());
    }
}

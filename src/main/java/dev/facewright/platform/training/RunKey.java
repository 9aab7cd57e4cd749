package dev.facewright.platform.training;

import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// Which data key the states of a run are encrypted with, for as long as there may be any.
@Entity
@Table(name = "run_key")
class RunKey {
    @Id
    private UUID runId;

    private UUID dataKey;

    protected RunKey() {}

    RunKey(RunId run, DataKeyId key) {
        this.runId = run.value();
        this.dataKey = key.value();
    }

    DataKeyId key() {
        return new DataKeyId(dataKey);
    }
}

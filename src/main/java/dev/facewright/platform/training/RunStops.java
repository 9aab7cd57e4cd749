package dev.facewright.platform.training;

import dev.facewright.platform.datasets.DatasetEvent;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.models.ModelEvent;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Stops runs: a waiting one at once, a running one through its job. Also those whose data or start was
/// withdrawn.
@Component
class RunStops {
    private final RunRepository runs;
    private final Lives lives;

    RunStops(RunRepository runs, Lives lives) {
        this.runs = runs;
        this.lives = lives;
    }

    @ApplicationModuleListener(id = "training.version-revoked")
    void on(DatasetEvent.VersionRevoked revoked) {
        cancelAll(runs.liveOn(revoked.version().value()), "dataset-version-revoked");
    }

    @ApplicationModuleListener(id = "training.model-quarantined")
    void on(ModelEvent.Quarantined quarantined) {
        cancelAll(runs.liveFrom(quarantined.model().value()), "model-quarantined");
    }

    private void cancelAll(List<UUID> ids, String reason) {
        for (UUID id : ids) {
            runs.lock(id).ifPresent(row -> lives.cancel(row, reason));
        }
    }
}

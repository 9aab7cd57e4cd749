package dev.facewright.platform.training;

import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.NewModelVersion;
import dev.facewright.platform.training.TrainingProblem.RunNotFound;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an attempt at a run writes into its row. A run that has ended stays as it is.
@Component
class RunRecords {
    private final RunRepository runs;
    private final RunLog log;
    private final ModelRegistry models;
    private final Lives lives;

    RunRecords(RunRepository runs, RunLog log, ModelRegistry models, Lives lives) {
        this.runs = runs;
        this.log = log;
        this.models = models;
        this.lives = lives;
    }

    /// @param device  such as `cpu` or `cuda:0-3`
    @Transactional
    public void trainsOn(RunId id, String device) {
        unlessEnded(id, row -> {
            row.trainsOn(device);
            log.add(id, "trains-on", device);
        });
    }

    /// Registers the model and ends the run, both or neither.
    @Transactional
    public void complete(RunId id, NewModelVersion model) {
        unlessEnded(id, row -> {
            row.gave(models.register(model));
            lives.succeed(row);
        });
    }

    private void unlessEnded(RunId id, Consumer<RunRow> change) {
        RunRow row = runs.lock(id.value()).orElseThrow(() -> new RunNotFound(id));
        if (!row.life().ended()) {
            change.accept(row);
        }
    }
}

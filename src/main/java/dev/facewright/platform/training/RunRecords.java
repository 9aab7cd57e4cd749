package dev.facewright.platform.training;

import dev.facewright.ml.train.RunLength;
import dev.facewright.ml.train.Setback;
import dev.facewright.ml.train.StepReport;
import dev.facewright.platform.jobs.Lives;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.NewModelVersion;
import dev.facewright.platform.training.TrainingProblem.RunNotFound;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What an attempt at a run writes into its row. A run that has ended stays as it is.
@Component
class RunRecords {
    private final RunRepository runs;
    private final RunMetrics metrics;
    private final RunLog log;
    private final ModelRegistry models;
    private final Lives lives;
    private final ApplicationEventPublisher events;

    RunRecords(
            RunRepository runs,
            RunMetrics metrics,
            RunLog log,
            ModelRegistry models,
            Lives lives,
            ApplicationEventPublisher events) {
        this.runs = runs;
        this.metrics = metrics;
        this.log = log;
        this.models = models;
        this.lives = lives;
        this.events = events;
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

    @Transactional
    public void progressed(RunId id, StepReport last, int epochs) {
        runs.progressed(
                id.value(),
                last.globalStep() + 1,
                new RunLength(epochs, last.stepsPerEpoch()).steps(),
                last.epoch(),
                last.dataWaitShare(),
                last.skippedSteps());
    }

    /// Forgets what is going to be done again.
    @Transactional
    public void rewind(RunId id, long toStep, int toEpoch) {
        metrics.rewind(id, toStep, toEpoch);
        runs.rewound(id.value(), toStep, toEpoch);
    }

    /// Rewinds a run that a step failed in, and says with what it goes on.
    @Transactional
    public void setBack(RunId id, Setback setback) {
        long from = setback.goesOnFrom().globalStep();
        rewind(id, from, setback.goesOnFrom().epoch());
        switch (setback) {
            case Setback.Diverged diverged -> log.add(id, "rate-halved", from, Long.toString(diverged.globalStep()));
            case Setback.OutOfMemory cut -> log.add(id, "batch-split", from, cut.parts() + " × " + cut.imagesAtOnce());
        }
        events.publishEvent(RunEvent.SetBack.of(id, setback));
    }

    private void unlessEnded(RunId id, Consumer<RunRow> change) {
        RunRow row = runs.lock(id.value()).orElseThrow(() -> new RunNotFound(id));
        if (!row.life().ended()) {
            change.accept(row);
        }
    }
}

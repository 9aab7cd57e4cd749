package dev.facewright.platform.training;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.torch.TrainingDevices;
import dev.facewright.ml.train.Checkpoint;
import dev.facewright.ml.train.DeviceRecipe.DeviceNotFound;
import dev.facewright.ml.train.Numerics;
import dev.facewright.ml.train.StopSignal;
import dev.facewright.ml.train.Trainer;
import dev.facewright.ml.train.Trainer.TrainingResult;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import dev.facewright.ml.train.Trainer.TrainingResult.Stopped;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.NewModelVersion;
import dev.facewright.platform.models.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// One attempt at a run: from its last checkpoint, or its beginning, to the registered model.
@Component
class RunTraining {
    private final Trainer trainer;
    private final TrainingCrops crops;
    private final Checkpoints checkpoints;
    private final RunMetrics course;
    private final RunRecords records;
    private final RunLog log;
    private final TrainedMetrics metrics;
    private final ModelRegistry models;
    private final RecipeJson recipes;
    private final CodeVersion codeVersion;

    RunTraining(
            Trainer trainer,
            TrainingCrops crops,
            Checkpoints checkpoints,
            RunMetrics course,
            RunRecords records,
            RunLog log,
            TrainedMetrics metrics,
            ModelRegistry models,
            RecipeJson recipes,
            CodeVersion codeVersion) {
        this.trainer = trainer;
        this.crops = crops;
        this.checkpoints = checkpoints;
        this.course = course;
        this.records = records;
        this.log = log;
        this.metrics = metrics;
        this.models = models;
        this.recipes = recipes;
        this.codeVersion = codeVersion;
    }

    /// @return whether the run is done; false if the signal stopped it
    /// @throws DeviceNotFound if this process has not what the recipe asks for
    boolean train(RunView run, StopSignal stop) {
        TrainingDevices devices = run.recipe().device().choose(TorchEngine.gpus());
        CropSource training = crops.open(run, Split.TRAIN);
        FaceModel start = run.startFrom() == null ? null : ModelFile.read(models.load(run.startFrom()));
        Checkpoint resume = checkpoints.latest(run.id()).orElse(null);
        rewindTo(run, resume, devices);
        RunRecorder recorder = new RunRecorder(run.id(), run.recipe(), records, course, checkpoints, System::nanoTime);
        TrainingResult result = train(run, training, start, resume, recorder, stop);
        return switch (result) {
            case Completed completed -> {
                register(run, completed, devices);
                yield true;
            }
            case Stopped _ -> false;
        };
    }

    private TrainingResult train(
            RunView run,
            CropSource training,
            @Nullable FaceModel start,
            @Nullable Checkpoint resume,
            RunRecorder recorder,
            StopSignal stop) {
        try {
            return trainer.train(run.recipe(), training, start, resume, recorder, stop);
        } finally {
            // The last steps of a run that fails are those to look at.
            recorder.write();
        }
    }

    private void rewindTo(RunView run, @Nullable Checkpoint resume, TrainingDevices devices) {
        if (resume == null) {
            records.rewind(run.id(), 0, 0);
        } else {
            records.rewind(
                    run.id(), resume.progress().globalStep(), resume.progress().epoch());
            log.add(run.id(), "resumed", resume.progress().globalStep(), null);
            resume.numerics()
                    .changesTo(Numerics.here(devices))
                    .forEach(change -> log.add(run.id(), "resumed-elsewhere", change.toString()));
        }
    }

    private void register(RunView run, Completed completed, TrainingDevices devices) {
        ModelFile file = ModelFile.of(completed.model());
        records.complete(
                run.id(),
                new NewModelVersion(
                        run.name(),
                        file.content(),
                        file.facts(),
                        new Origin.Trained(
                                run.id().value(),
                                run.dataset(),
                                run.startFrom(),
                                recipes.write(run.recipe()),
                                run.recipe().seed(),
                                !run.recipe().objective().labelled(),
                                codeVersion.toString(),
                                TorchEngine.versions(devices)),
                        metrics.of(run, completed, devices.first())));
    }
}

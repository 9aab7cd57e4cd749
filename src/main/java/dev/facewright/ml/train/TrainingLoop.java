package dev.facewright.ml.train;

import dev.facewright.ml.data.Batch;
import dev.facewright.ml.data.BatchLoader;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.StepResult;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.train.TrainingResult.Completed;
import dev.facewright.ml.train.TrainingResult.Stopped;
import java.util.function.LongSupplier;

/// One run from its setup to its result.
final class TrainingLoop {
    private final RunSetup setup;
    private final Recipe recipe;
    private final BatchLoader batches;
    private final TrainingProgram program;
    private final TrainingObserver observer;
    private final StopSignal stop;
    private final Pace pace;
    private Progress progress;

    TrainingLoop(
            RunSetup setup,
            BatchLoader batches,
            TrainingProgram program,
            TrainingObserver observer,
            StopSignal stop,
            LongSupplier nanoTime) {
        this.setup = setup;
        this.recipe = setup.recipe();
        this.batches = batches;
        this.program = program;
        this.observer = observer;
        this.stop = stop;
        this.pace = new Pace(nanoTime);
        this.progress = setup.progress();
    }

    TrainingResult run() {
        while (progress.epoch() < recipe.epochs()) {
            if (stop.stopRequested()) {
                return new Stopped(checkpoint());
            }
            step();
            if (progress.step() == batches.stepsPerEpoch()) {
                finishEpoch();
            } else if (recipe.checkpoints().dueAfter(progress.globalStep())) {
                checkpoint();
            }
        }
        TrainingState end = program.state();
        return new Completed(model(end.finished()), metrics(end.skippedSteps()));
    }

    private void step() {
        pace.stepBegins();
        Batch batch = batches.batch(progress.epoch(), progress.step());
        pace.dataIsHere();
        double rate = learningRate(progress.globalStep());
        StepResult result = program.step(batch.images(), batch.labels(), rate, progress.globalStep());
        if (!result.finite()) {
            throw new TrainingDiverged(progress.globalStep(), rate, result.loss(), result.gradientNorm());
        }
        pace.stepEnds(batch.count());
        observer.onStep(report(result, batch.count(), rate));
        progress = progress.afterStep(result.loss(), result.hits(), batch.count());
    }

    private StepReport report(StepResult result, int count, double rate) {
        return new StepReport(
                progress.epoch(),
                progress.step(),
                batches.stepsPerEpoch(),
                progress.globalStep(),
                result.loss(),
                rate,
                result.skipped() ? 0 : result.gradientNorm(),
                result.skippedSteps(),
                (double) result.hits() / count,
                pace.imagesPerSecondOfStep(),
                pace.residentBytes(),
                pace.dataWaitMillis(),
                pace.dataWaitShareOfRun());
    }

    private void finishEpoch() {
        observer.onEpoch(new EpochReport(
                progress.epoch(),
                recipe.epochs(),
                progress.current().meanLoss(),
                progress.current().accuracy(),
                learningRate(progress.globalStep() - 1),
                pace.imagesPerSecondOfEpoch(),
                pace.residentBytes()));
        pace.epochEnds();
        progress = progress.afterEpoch();
        checkpoint();
    }

    private Checkpoint checkpoint() {
        TrainingState state = program.state();
        Checkpoint checkpoint =
                new Checkpoint(progress, setup.fingerprint(), model(state.network()), state.head(), state.optimiser());
        observer.onCheckpoint(checkpoint);
        return checkpoint;
    }

    private FaceModel model(Weights weights) {
        return new FaceModel(setup.model().network(), weights, setup.model().preprocessing());
    }

    private TrainingMetrics metrics(long skippedSteps) {
        return new TrainingMetrics(
                progress.last().meanLoss(),
                progress.last().accuracy(),
                progress.globalStep(),
                skippedSteps,
                setup.crops().identities(),
                setup.crops().size(),
                pace.imagesPerSecondOfRun(),
                pace.dataWaitShareOfRun(),
                pace.peakResidentBytes());
    }

    private double learningRate(long globalStep) {
        RunLength length = new RunLength(recipe.epochs(), batches.stepsPerEpoch());
        return recipe.schedule().learningRateAt(globalStep, length);
    }
}

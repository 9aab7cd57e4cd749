package dev.facewright.ml.train;

import dev.facewright.ml.data.Batch;
import dev.facewright.ml.data.BatchLoader;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.NativeMemoryExhausted;
import dev.facewright.ml.torch.StepResult;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.train.StepFailure.NoMemory;
import dev.facewright.ml.train.StepFailure.NotFinite;
import dev.facewright.ml.train.Trainer.TrainingResult;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import dev.facewright.ml.train.Trainer.TrainingResult.Stopped;

/// One attempt at a run, from its last good checkpoint to its result.
final class TrainingLoop {
    private final RunSetup setup;
    private final Recipe recipe;
    private final LastGood lastGood;
    private final Network network;
    private final Preprocessing preprocessing;
    private final Adjustments adjustments;
    private final BatchLoader batches;
    private final TrainingProgram program;
    private final TrainingObserver observer;
    private final StopSignal stop;
    private final Pace pace;
    private Progress progress;

    TrainingLoop(
            RunSetup setup,
            LastGood lastGood,
            BatchLoader batches,
            TrainingProgram program,
            TrainingObserver observer,
            StopSignal stop,
            Pace pace) {
        this.setup = setup;
        this.recipe = setup.recipe();
        this.lastGood = lastGood;
        this.network = lastGood.get().model().network();
        this.preprocessing = lastGood.get().model().preprocessing();
        this.adjustments = lastGood.get().adjustments();
        this.batches = batches;
        this.program = program;
        this.observer = observer;
        this.stop = stop;
        this.pace = pace;
        this.progress = lastGood.get().progress();
    }

    /// @throws StepFailure if a step cannot be taken; then the program cannot be used any more
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
        StepResult result = step(batch, rate);
        lastGood.stepWasFinite();
        pace.stepEnds(batch.count());
        observer.onStep(report(result, batch.count(), rate));
        progress = progress.afterStep(result.loss(), result.hits(), batch.count());
    }

    private StepResult step(Batch batch, double rate) {
        try {
            StepResult result = program.step(batch.images(), batch.labels(), rate, progress.globalStep());
            if (!result.finite()) {
                throw new NotFinite(progress.globalStep(), rate, result);
            }
            return result;
        } catch (NativeMemoryExhausted exhausted) {
            throw new NoMemory(progress.globalStep(), exhausted);
        }
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
        Checkpoint checkpoint = setup.checkpoint(progress, adjustments, model(state.network()), state);
        lastGood.taken(checkpoint);
        observer.onCheckpoint(checkpoint);
        return checkpoint;
    }

    private FaceModel model(Weights weights) {
        return new FaceModel(network, weights, preprocessing);
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
        return recipe.schedule().learningRateAt(globalStep, length) * adjustments.rateFactor();
    }
}

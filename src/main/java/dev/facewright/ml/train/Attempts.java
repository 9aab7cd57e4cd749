package dev.facewright.ml.train;

import dev.facewright.ml.data.BatchLoader;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.train.StepFailure.NoMemory;
import dev.facewright.ml.train.StepFailure.NotFinite;
import dev.facewright.ml.train.Trainer.TrainingResult;
import java.util.function.LongSupplier;

/// A run, and again from its last good checkpoint when a step fails in a way that an adjustment may help against.
final class Attempts {
    private final RunSetup setup;
    private final LastGood lastGood;
    private final BatchLoader batches;
    private final TrainingObserver observer;
    private final StopSignal stop;
    private final Pace pace;

    Attempts(
            RunSetup setup,
            LastGood lastGood,
            BatchLoader batches,
            TrainingObserver observer,
            StopSignal stop,
            LongSupplier nanoTime) {
        this.setup = setup;
        this.lastGood = lastGood;
        this.batches = batches;
        this.observer = observer;
        this.stop = stop;
        this.pace = new Pace(nanoTime);
    }

    /// @throws TrainingDiverged if it does so at half the learning rate too
    /// @throws TrainingOutOfMemory if the batch cannot be cut into smaller parts
    TrainingResult run() {
        while (true) {
            try {
                return attempt();
            } catch (NotFinite found) {
                halveTheRate(found);
            } catch (NoMemory found) {
                halveTheBatch(found);
            }
        }
    }

    private TrainingResult attempt() {
        try (TrainingProgram program = setup.open(lastGood.get())) {
            return new TrainingLoop(setup, lastGood, batches, program, observer, stop, pace).run();
        }
    }

    private void halveTheRate(NotFinite found) {
        Adjustments adjustments = lastGood.get().adjustments();
        if (adjustments.rateHalved()) {
            throw new TrainingDiverged(found);
        }
        goBack(
                adjustments.atHalfTheRate(),
                new Setback.Diverged(
                        found.globalStep(),
                        found.loss(),
                        found.gradientNorm(),
                        found.learningRate(),
                        lastGood.get().progress()));
    }

    private void halveTheBatch(NoMemory found) {
        Adjustments halves = lastGood.get().adjustments().inHalfBatches();
        int parts = setup.parts(halves) * setup.devices().all().size();
        int atOnce = setup.recipe().effectiveBatch() / parts;
        // Two images a part, since norms need them; and views are contrasted over a whole batch.
        if (atOnce < 2 || !setup.recipe().objective().labelled()) {
            throw new TrainingOutOfMemory(found, setup.recipe());
        }
        goBack(
                halves,
                new Setback.OutOfMemory(
                        found.globalStep(), atOnce, parts, lastGood.get().progress()));
    }

    /// Gives the checkpoint to the observer, so that a run which is killed now is not resumed without it.
    private void goBack(Adjustments adjustments, Setback setback) {
        lastGood.adjust(adjustments);
        observer.onSetback(setback);
        observer.onCheckpoint(lastGood.get());
    }
}

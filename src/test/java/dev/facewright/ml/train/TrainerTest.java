package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import dev.facewright.ml.train.Checkpoint.CheckpointMismatch;
import dev.facewright.ml.train.Trainer.TrainingResult;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import dev.facewright.ml.train.Trainer.TrainingResult.Stopped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final int EPOCHS = 3;
    private static final int STEPS_PER_EPOCH = 4;

    private final CropSource crops = TinyFaces.of(4, 8);
    private final Recorder recorder = new Recorder();

    @Test
    void theLossFallsOnFacesThatCanBeToldApart() {
        Completed done = completed(train(recipe(12, 1), null, recorder, StopSignal.NEVER));

        assertThat(recorder.epochs).hasSize(12);
        assertThat(done.metrics().meanLoss())
                .isLessThan(recorder.epochs.getFirst().meanLoss() / 2);
        assertThat(done.metrics().accuracy()).isGreaterThan(0.9);
        assertThat(done.metrics().steps()).isEqualTo(12 * STEPS_PER_EPOCH);
        assertThat(done.metrics().identities()).isEqualTo(4);
        assertThat(done.metrics().images()).isEqualTo(32);
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
        FaceModel first = completed(train(recipe(EPOCHS, 1), null, recorder, StopSignal.NEVER))
                .model();
        Recorder second = new Recorder();
        FaceModel again = completed(train(recipe(EPOCHS, 1), null, second, StopSignal.NEVER))
                .model();
        FaceModel other = completed(train(recipe(EPOCHS, 2), null, new Recorder(), StopSignal.NEVER))
                .model();

        assertThat(second.losses()).isEqualTo(recorder.losses());
        assertThat(again).isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
    }

    @Test
    void aRunResumedFromTheBytesOfAnyCheckpointEndsInTheSameWeights() throws IOException {
        FaceModel whole = completed(train(recipe(EPOCHS, 1), null, recorder, StopSignal.NEVER))
                .model();
        assertThat(recorder.checkpoints).extracting(at -> at.progress().step()).contains(0, 1, 2, 3);

        for (int i : new int[] {0, 3, recorder.checkpoints.size() - 1}) {
            Checkpoint checkpoint =
                    Checkpoint.fromBytes(recorder.checkpoints.get(i).toBytes());
            Recorder rest = new Recorder();
            Completed resumed = completed(train(recipe(EPOCHS, 1), checkpoint, rest, StopSignal.NEVER));

            assertThat(resumed.model()).isEqualTo(whole);
            int done = (int) checkpoint.progress().globalStep();
            assertThat(rest.losses())
                    .isEqualTo(recorder.losses().subList(done, recorder.losses().size()));
            assertThat(resumed.metrics().meanLoss())
                    .isEqualTo(recorder.epochs.getLast().meanLoss());
        }
    }

    @Test
    void aRunWithSampledCentresAndRunningLengthsIsResumedToTheBit() throws IOException {
        HeadRecipe adaptive = HeadRecipe.named("adaface")
                .with(AdaFace.SCALE, 16)
                .with(PartialFc.RATE, 0.5)
                .with(SmoothedHead.SMOOTHING, 0.1);
        Recipe recipe = TinyFaces.recipe(EPOCHS, 1, TinyFaces.SCHEDULE, 1, adaptive);
        CropSource many = TinyFaces.of(16, 2);
        train(recipe, many, null, recorder);
        Checkpoint middle = Checkpoint.fromBytes(recorder.checkpoints.get(5).toBytes());

        Recorder rest = new Recorder();
        train(recipe, many, middle, rest);

        assertThat(rest.losses())
                .isEqualTo(recorder.losses().subList(6, recorder.losses().size()));
        assertThat(rest.checkpoints.getLast()).isEqualTo(recorder.checkpoints.getLast());
    }

    private static void train(Recipe recipe, CropSource crops, @Nullable Checkpoint resume, Recorder observer) {
        new Trainer().train(recipe, crops, TinyFaces.network(), resume, observer, StopSignal.NEVER);
    }

    /// Two batches of 8 a step leave two steps an epoch, each a checkpoint to go on from.
    @Test
    void aRunOfEveryOptionResumesExactlyAndCarriesItsAverage() throws IOException {
        Recipe recipe = averagedHalfPrecision();
        Completed whole = completed(train(recipe, null, recorder, StopSignal.NEVER));
        assertThat(recorder.steps).hasSize(recipe.epochs() * STEPS_PER_EPOCH / 2);
        assertThat(recorder.steps.getFirst().stepsPerEpoch()).isEqualTo(STEPS_PER_EPOCH / 2);

        Checkpoint checkpoint = Checkpoint.fromBytes(recorder.checkpoints.get(2).toBytes());
        Completed resumed = completed(train(recipe, checkpoint, new Recorder(), StopSignal.NEVER));

        assertThat(resumed.model()).isEqualTo(whole.model());
        Checkpoint last = recorder.checkpoints.getLast();
        assertThat(whole.model()).isNotEqualTo(last.model());
        assertThat(whole.model().weights().get("conv.w"))
                .isEqualTo(last.optimiser().get("average:conv.w"));
    }

    @Test
    void stepsThatOverflowAreSkippedAndCountedAndEndNoRun() {
        Completed done = completed(train(averagedHalfPrecision(), null, recorder, StopSignal.NEVER));

        StepReport first = recorder.steps.getFirst();
        StepReport last = recorder.steps.getLast();
        assertThat(first.skippedSteps()).isEqualTo(1);
        assertThat(first.gradientNorm()).isZero();
        assertThat(last.skippedSteps()).isBetween(1L, recorder.steps.size() - 1L);
        assertThat(last.gradientNorm()).isPositive();
        assertThat(done.metrics().skippedSteps()).isEqualTo(last.skippedSteps());
    }

    private static Recipe averagedHalfPrecision() {
        return TinyFaces.averagedHalfPrecision(recipe(12, 1), 2);
    }

    @Test
    void aStopIsHeardWithinAStepAndLeavesACheckpointToGoOnFrom() {
        FaceModel whole = completed(train(recipe(EPOCHS, 1), null, new Recorder(), StopSignal.NEVER))
                .model();

        TrainingResult result = train(recipe(EPOCHS, 1), null, recorder, () -> recorder.steps.size() == 6);

        assertThat(recorder.steps).hasSize(6);
        assertThat(result).isInstanceOf(Stopped.class);
        Checkpoint last = ((Stopped) result).last();
        assertThat(last.progress().epoch()).isEqualTo(1);
        assertThat(last.progress().step()).isEqualTo(2);
        assertThat(last).isSameAs(recorder.checkpoints.getLast());
        assertThat(completed(train(recipe(EPOCHS, 1), last, new Recorder(), StopSignal.NEVER))
                        .model())
                .isEqualTo(whole);
    }

    @Test
    void reportsSayWhereTheRunIsAndWhatItTakes() {
        train(recipe(EPOCHS, 1), null, recorder, StopSignal.NEVER);

        StepReport sixth = recorder.steps.get(5);
        assertThat(sixth.epoch()).isEqualTo(1);
        assertThat(sixth.step()).isEqualTo(1);
        assertThat(sixth.globalStep()).isEqualTo(5);
        assertThat(sixth.stepsPerEpoch()).isEqualTo(STEPS_PER_EPOCH);
        assertThat(sixth.learningRate())
                .isEqualTo(recipe(EPOCHS, 1).schedule().learningRateAt(5, new RunLength(EPOCHS, STEPS_PER_EPOCH)));
        // The clock of these tests ticks a second each time it is read: one tick for data, one for the step.
        assertThat(sixth.dataWaitMillis()).isEqualTo(1000);
        assertThat(sixth.dataWaitShare()).isEqualTo(0.5);
        assertThat(sixth.imagesPerSecond()).isEqualTo(4);
        EpochReport epoch = recorder.epochs.getFirst();
        assertThat(epoch.meanLoss())
                .isCloseTo(
                        recorder.losses().subList(0, STEPS_PER_EPOCH).stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow(),
                        within(1e-9));
        assertThat(epoch.imagesPerSecond()).isEqualTo(4);
    }

    /// Weights beyond the largest float32 in the first step, as those of a run gone wild are in a later one.
    @Test
    void aLossThatIsNoNumberEndsTheRunAndSaysWhatToDo() {
        FaceModel overflowing = TinyFaces.withoutNorms(1e40);

        assertThatThrownBy(
                        () -> new Trainer().train(recipe(1, 1), crops, overflowing, null, recorder, StopSignal.NEVER))
                .isInstanceOfSatisfying(TrainingDiverged.class, diverged -> {
                    assertThat(diverged.globalStep()).isZero();
                    assertThat(diverged.learningRate()).isEqualTo(0.025);
                })
                .hasMessageContaining("learning rate 0.025")
                .hasMessageContaining("Lower the learning rate");
        assertThat(recorder.checkpoints)
                .singleElement()
                .satisfies(at -> assertThat(at.progress()).isEqualTo(Progress.START))
                .satisfies(at -> assertThat(at.adjustments()).isEqualTo(new Adjustments(0.5, 1)));
    }

    @Test
    void aModelWithoutNormsCanBeTrainedOn() {
        FaceModel start = TinyFaces.withoutNorms(1);
        Completed done = completed(
                new Trainer().train(recipe(2, 1), crops, start, null, TrainingObserver.NONE, StopSignal.NEVER));

        assertThat(done.model().network()).isEqualTo(start.network());
        assertThat(done.model().weights()).isNotEqualTo(start.weights());
        assertThat(done.model().preprocessing()).isEqualTo(start.preprocessing());
    }

    @Test
    void aFreshBackboneIsBuiltWhenThereIsNoStart() {
        Recipe recipe = TinyFaces.recipe(1, 1, TinyFaces.SCHEDULE, 0);
        Completed done = completed(
                new Trainer().train(recipe, TinyFaces.of(2, 2), null, null, TrainingObserver.NONE, StopSignal.NEVER));

        assertThat(done.model().network().name()).isEqualTo("mobilefacenet");
    }

    @Test
    void aCheckpointOfAnotherRecipeIsRefused() {
        train(recipe(1, 1), null, recorder, StopSignal.NEVER);

        assertThatThrownBy(() -> train(recipe(2, 1), recorder.checkpoints.getLast(), recorder, StopSignal.NEVER))
                .isInstanceOf(CheckpointMismatch.class);
    }

    @Test
    void oneIdentityCannotBeTrainedOn() {
        assertThatThrownBy(() ->
                        new Trainer().train(recipe(1, 1), TinyFaces.of(1, 8), null, null, recorder, StopSignal.NEVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two identities");
    }

    @Test
    void aRecipeWithProblemsIsRefused() {
        Recipe wrong = TinyFaces.recipe(0, 1, TinyFaces.SCHEDULE, 0);
        assertThatThrownBy(() -> train(wrong, null, recorder, StopSignal.NEVER)).hasMessageContaining("epochs");
    }

    private TrainingResult train(Recipe recipe, @Nullable Checkpoint resume, Recorder observer, StopSignal stop) {
        long[] ticks = {0};
        Trainer trainer = new Trainer(() -> ticks[0]++ * 1_000_000_000L);
        return trainer.train(recipe, crops, TinyFaces.network(), resume, observer, stop);
    }

    private static Recipe recipe(int epochs, long seed) {
        return TinyFaces.recipe(epochs, seed, TinyFaces.SCHEDULE, 1);
    }

    private static Completed completed(TrainingResult result) {
        assertThat(result).isInstanceOf(Completed.class);
        return (Completed) result;
    }

    private static final class Recorder implements TrainingObserver {
        final List<StepReport> steps = new ArrayList<>();
        final List<EpochReport> epochs = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();

        List<Double> losses() {
            return steps.stream().map(StepReport::loss).toList();
        }

        @Override
        public void onStep(StepReport report) {
            steps.add(report);
        }

        @Override
        public void onEpoch(EpochReport report) {
            epochs.add(report);
        }

        @Override
        public void onCheckpoint(Checkpoint checkpoint) {
            checkpoints.add(checkpoint);
        }
    }
}

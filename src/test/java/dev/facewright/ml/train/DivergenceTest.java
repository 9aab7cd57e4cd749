package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.train.Trainer.TrainingResult;
import dev.facewright.ml.train.Trainer.TrainingResult.Completed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Three linear layers without norms: above some rate their product grows without bound within a few steps.
class DivergenceTest {
    /// Within sixteen steps, whatever happens to the weights.
    private static final double FAR_TOO_FAST = 0.4;

    private static final int STEPS_PER_EPOCH = 8;
    private static final CropSource CROPS = TinyFaces.of(4, 2 * STEPS_PER_EPOCH);
    private static final FaceModel START = TinyFaces.withoutNorms(1);

    private final Recorder recorder = new Recorder();

    @Test
    void aRunThatDivergesGoesOnAtHalfTheRateAsIfItHadBegunSo() {
        double tooFast = leastRateThatDiverges();
        FaceModel calm = train(recipe(1, tooFast / 2, 0), null, new Recorder());
        FaceModel rescued = train(recipe(1, tooFast, 0), null, recorder);

        assertThat(rescued).isEqualTo(calm);
        assertThat(recorder.setbacks).singleElement().satisfies(report -> {
            assertThat(report.globalStep()).isPositive().isLessThan(STEPS_PER_EPOCH);
            assertThat(report.learningRate()).isEqualTo(tooFast);
            assertThat(Double.isFinite(report.loss()) && Double.isFinite(report.gradientNorm()))
                    .isFalse();
            assertThat(report.goesOnFrom()).isEqualTo(Progress.START);
        });
        assertThat(recorder.rates).startsWith(tooFast).endsWith(tooFast / 2);
    }

    @Test
    void aRunIsResumedAtTheHalvedRateAndEndsInTheSameWeights() throws IOException {
        Recipe recipe = recipe(1, leastRateThatDiverges(), 0);
        FaceModel whole = train(recipe, null, recorder);
        Recorder first = new Recorder();
        StopSignal threeStepsLater = () -> first.stepsSinceSetback == 3;
        TrainingResult stopped = new Trainer().train(recipe, CROPS, START, null, first, threeStepsLater);

        assertThat(stopped).isInstanceOf(TrainingResult.Stopped.class);
        assertThat(first.checkpoints)
                .extracting(at -> at.progress().globalStep())
                .containsExactly(0L, 3L);
        for (Checkpoint kept : first.checkpoints) {
            Recorder rest = new Recorder();
            assertThat(train(recipe, Checkpoint.fromBytes(kept.toBytes()), rest))
                    .isEqualTo(whole);
            assertThat(rest.setbacks).isEmpty();
        }
    }

    @Test
    void aSecondDivergenceEndsTheRunAndSaysThatHalfTheRateWasTried() {
        assertThatThrownBy(() -> train(recipe(2, FAR_TOO_FAST, 1), null, recorder))
                .isInstanceOfSatisfying(
                        TrainingDiverged.class,
                        diverged -> assertThat(diverged.learningRate()).isEqualTo(FAR_TOO_FAST / 2))
                .hasMessageContaining("had been halved");
        assertThat(recorder.setbacks).hasSize(1);
    }

    /// Its weights were too large already: the first step from it is the one that diverged.
    @Test
    void theCheckpointRightBeforeTheDivergenceIsNotTheOneGoneBackTo() {
        assertThatThrownBy(() -> train(recipe(2, FAR_TOO_FAST, 1), null, recorder))
                .isInstanceOf(TrainingDiverged.class);

        Setback.Diverged report = recorder.setbacks.getFirst();
        assertThat(report.goesOnFrom().globalStep()).isEqualTo(report.globalStep() - 1);
        assertThat(recorder.checkpoints)
                .extracting(at -> at.progress().globalStep())
                .contains(report.globalStep());
    }

    @Test
    void aResumedRunThatHadBeenHalvedIsNotHalvedAgain() {
        Recorder resumed = new Recorder();
        assertThatThrownBy(() -> train(recipe(2, FAR_TOO_FAST, 1), null, recorder))
                .isInstanceOf(TrainingDiverged.class);
        Checkpoint halved = recorder.checkpoints.getLast();
        assertThat(halved.adjustments().rateHalved()).isTrue();

        assertThatThrownBy(() -> train(recipe(2, FAR_TOO_FAST, 1), halved, resumed))
                .isInstanceOf(TrainingDiverged.class);
        assertThat(resumed.setbacks).isEmpty();
    }

    /// By doubling, so that half of it does not.
    private static double leastRateThatDiverges() {
        double rate = 0.02;
        while (!diverges(rate)) {
            rate *= 2;
        }
        return rate;
    }

    private static boolean diverges(double rate) {
        Recorder found = new Recorder();
        train(recipe(1, rate, 0), null, found);
        return !found.setbacks.isEmpty();
    }

    private static FaceModel train(Recipe recipe, @Nullable Checkpoint resume, Recorder observer) {
        TrainingResult result = new Trainer().train(recipe, CROPS, START, resume, observer, StopSignal.NEVER);
        assertThat(result).isInstanceOf(Completed.class);
        return ((Completed) result).model();
    }

    private static Recipe recipe(int epochs, double rate, int checkpointEverySteps) {
        Schedule constant = new Schedule(Schedule.Kind.CONSTANT, rate, rate, 0);
        return TinyFaces.recipe(
                epochs,
                1,
                constant,
                checkpointEverySteps,
                HeadRecipe.named("softmax").with(ArcFace.SCALE, 16).with(ArcFace.MARGIN, 0.2));
    }

    private static final class Recorder implements TrainingObserver {
        final List<Double> rates = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();
        final List<Setback.Diverged> setbacks = new ArrayList<>();
        int stepsSinceSetback;

        @Override
        public void onStep(StepReport report) {
            rates.add(report.learningRate());
            stepsSinceSetback += setbacks.isEmpty() ? 0 : 1;
        }

        @Override
        public void onCheckpoint(Checkpoint checkpoint) {
            checkpoints.add(checkpoint);
        }

        @Override
        public void onSetback(Setback setback) {
            setbacks.add((Setback.Diverged) setback);
        }
    }
}

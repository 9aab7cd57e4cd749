package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.Softmax;
import dev.facewright.ml.head.SubCentreArcFace;
import dev.facewright.ml.torch.Descent;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.settings.TrainingSettings;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Settings that meet in one step, each of which has a test of its own elsewhere.
class CombinationsTest {
    private static final int CLASSES = 12;
    private static final double RATE = 0.05;
    private static final Head ADA_FACE = new AdaFace(3, 8, 0.4, 0.333);

    static Stream<Head> sampledHeads() {
        ArcFace arcFace = new ArcFace(CLASSES, 8, 0.5);
        AdaFace adaFace = new AdaFace(CLASSES, 8, 0.4, 0);
        return Stream.of(arcFace, new SubCentreArcFace(arcFace, 3), new Softmax(CLASSES), adaFace)
                .map(head -> new PartialFc(head, 0.5, 1));
    }

    /// Parts that drew for themselves would meet other centres, and move more of them.
    @ParameterizedTest
    @MethodSource("sampledHeads")
    void theCentresOfAStepAreDrawnOnceForAllItsParts(Head head) {
        Descent eight = Descent.withoutNorms(8);
        TrainingState whole = after(eight, head, accumulating(1, 0, Type.FP32), 3);
        TrainingState parts = after(eight, head, accumulating(4, 0, Type.FP32), 3);

        for (String name : new String[] {"a.w", "d.w", HeadTensors.CENTRES, "velocity:" + HeadTensors.CENTRES}) {
            close(parts.tensors().get(name), whole.tensors().get(name), 2e-5);
        }
        assertThat(stillRows(whole)).isEqualTo(stillRows(parts)).isBetween(1, CLASSES * head.subCentres() / 2);
    }

    /// Centres without momentum have not been in any step.
    private static int stillRows(TrainingState state) {
        Tensor velocity = state.optimiser().get("velocity:" + HeadTensors.CENTRES);
        int rows = velocity.shape()[0];
        int width = velocity.size() / rows;
        int still = 0;
        for (int row = 0; row < rows; row++) {
            boolean zero = true;
            for (int i = row * width; i < (row + 1) * width; i++) {
                zero &= velocity.floats()[i] == 0;
            }
            still += zero ? 1 : 0;
        }
        return still;
    }

    @ParameterizedTest
    @EnumSource
    void adaFaceWithAnAverageLearnsMuchTheSameInEveryType(Type type) {
        Descent descent = Descent.withNorms();
        TrainingState exact = after(descent, ADA_FACE, accumulating(1, 0.999, Type.FP32), 4);
        TrainingState rounded = after(descent, ADA_FACE, accumulating(1, 0.999, type), 4);
        TrainingState start = TrainingState.fresh(descent.model(), ADA_FACE, accumulating(1, 0.999, type), 11);

        for (String name : new String[] {"a.w", "q.w", HeadTensors.CENTRES}) {
            assertThat(distance(rounded, exact, name)).as(name).isLessThan(0.15 * distance(exact, start, name));
        }
        // A length is told from the embedding, which ends in float32: 8 bits of fraction before that.
        double length = value(exact.head(), HeadTensors.MEAN_LENGTH);
        assertThat(value(rounded.head(), HeadTensors.MEAN_LENGTH)).isCloseTo(length, within(0.01 * length));
        assertThat(length).isNotEqualTo(value(start.head(), HeadTensors.MEAN_LENGTH));
    }

    /// The average keeps 1/10 before the first update's value, whatever the step was worked out in.
    @ParameterizedTest
    @EnumSource
    void theAverageFollowsMasterWeightsNotRoundedOnes(Type type) {
        Descent descent = Descent.withNorms();
        TrainingSettings settings = accumulating(2, 0.999, type);
        TrainingState start = TrainingState.fresh(descent.model(), ADA_FACE, settings, 11);
        TrainingState first = after(descent, ADA_FACE, settings, 1);

        for (String name : new String[] {"a.w", "c.s", "s.m"}) {
            double expected = 0.1 * value(start.network(), name) + 0.9 * value(first.network(), name);
            assertThat(value(first.finished(), name)).as(name).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void aStepThatOverflowsKeepsAdaFacesCentresAndTheAverageAndLeavesItsLengthsFinite() {
        Descent descent = Descent.withNorms();
        OptimiserSettings averaging = new OptimiserSettings(new Rule.Sgd(0.9), 5e-4, 5, 2, 0.999);
        TrainingSettings settings =
                new TrainingSettings(averaging, new PrecisionSettings(Type.FP16, 1e12, 2000, false));
        TrainingState start = TrainingState.fresh(descent.model(), ADA_FACE, settings, 11);
        try (TrainingProgram program = TrainingProgram.open(descent.model().network(), ADA_FACE, settings, start)) {
            assertThat(descent.step(program, RATE).skipped()).isTrue();
            TrainingState after = program.state();

            assertThat(after.centres()).isEqualTo(start.centres());
            assertThat(after.finished()).isEqualTo(start.finished());
            assertThat(value(after.head(), HeadTensors.MEAN_LENGTH)).isFinite().isPositive();
            assertThat(value(after.head(), HeadTensors.LENGTH_DEVIATION)).isFinite();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingAtOnceGoesOnWithTheSameBits(Type type) {
        Descent descent = Descent.withNorms();
        Head head = new PartialFc(new AdaFace(CLASSES, 8, 0.4, 0.333), 0.5, 1);
        TrainingSettings settings = accumulating(2, 0.999, type);
        TrainingState middle = after(descent, head, settings, 2);
        TrainingState end = after(descent, head, settings, 3);

        try (TrainingProgram resumed = TrainingProgram.open(descent.model().network(), head, settings, middle)) {
            resumed.step(TinyNetworks.buffer(descent.images()), descent.labels(), RATE, 2);
            assertThat(resumed.state()).isEqualTo(end).isNotEqualTo(middle);
        }
    }

    private static TrainingSettings accumulating(int parts, double average, Type type) {
        return new TrainingSettings(
                new OptimiserSettings(new Rule.Sgd(0.9), 5e-4, 5, parts, average),
                new PrecisionSettings(type, 256, 2000, false));
    }

    private static TrainingState after(Descent descent, Head head, TrainingSettings settings, int steps) {
        TrainingState start = TrainingState.fresh(descent.model(), head, settings, 11);
        try (TrainingProgram program = TrainingProgram.open(descent.model().network(), head, settings, start)) {
            for (int step = 0; step < steps; step++) {
                program.step(TinyNetworks.buffer(descent.images()), descent.labels(), RATE, step);
            }
            return program.state();
        }
    }

    private static double distance(TrainingState left, TrainingState right, String name) {
        float[] one = left.tensors().get(name).floats();
        float[] other = right.tensors().get(name).floats();
        double squares = 0;
        for (int i = 0; i < one.length; i++) {
            squares += (one[i] - other[i]) * (double) (one[i] - other[i]);
        }
        return Math.sqrt(squares);
    }

    private static double value(Weights weights, String name) {
        return weights.get(name).floats()[0];
    }

    private static void close(Tensor tensor, Tensor expected, double most) {
        for (int i = 0; i < tensor.size(); i++) {
            assertThat(tensor.floats()[i]).isCloseTo(expected.floats()[i], within((float) most));
        }
    }
}

package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.settings.TrainingSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Several devices are several threads of the processor here.
class ReplicasTest {
    private static final double RATE = 0.05;
    /// A scale too high at first, that seeks a higher one again after each good step.
    private static final PrecisionSettings HALF = new PrecisionSettings(Type.FP16, 1 << 17, 1, false);

    private final Descent descent = Descent.withNorms();

    static Stream<TrainingSettings> settings() {
        Rule sgd = new Rule.Sgd(0.9);
        Rule adamW = new Rule.AdamW(0.9, 0.999, 1e-8);
        OptimiserSettings averaged = new OptimiserSettings(adamW, 0.1, 0.5, 1, 0.9);
        return Stream.of(
                Descent.full(new OptimiserSettings(sgd, 5e-4, 0.5, 1, 0)),
                Descent.full(averaged),
                new TrainingSettings(averaged, HALF),
                new TrainingSettings(averaged, new PrecisionSettings(Type.FP32, 1, 2000, true)));
    }

    /// The sum of the parts' gradients is the same sum to the bit; the statistics' rounding shows in nothing that is
    /// learnt, since training goes by the batch's.
    @ParameterizedTest
    @MethodSource("settings")
    void twoDevicesTakeTheStepsOfOneThatAccumulatesTwoParts(TrainingSettings settings) {
        TrainingState start = descent.fresh(settings);
        Steps one = steps(descent, accumulating(settings, 2), start, TrainingDevices.CPU);
        Steps two = steps(descent, settings, start, processors(2));

        assertThat(two.results).isEqualTo(one.results);
        same(two.end, one.end);
        assertThat(two.end.network()).isNotEqualTo(start.network());
        if (settings.precision().scaled()) {
            assertThat(one.results.stream().map(StepResult::skipped)).contains(true, false);
        }
    }

    @Test
    void threeDevicesShareABatchThatDoesNotDivide() {
        Descent uneven = new Descent(descent.model(), TinyNetworks.images(8, 5), descent.labels());
        TrainingSettings settings = Descent.full(Descent.NESTEROV);
        Steps one = steps(uneven, accumulating(settings, 3), uneven.fresh(settings), TrainingDevices.CPU);
        Steps three = steps(uneven, settings, uneven.fresh(settings), processors(3));

        assertThat(three.results).isEqualTo(one.results);
        same(three.end, one.end);
    }

    /// Three images make one part: norms need two.
    @Test
    void aBatchTooSmallForAllDevicesIsTakenByFewer() {
        Descent small = new Descent(descent.model(), TinyNetworks.images(3, 5), new long[] {0, 2, 1});
        TrainingSettings settings = Descent.full(Descent.NESTEROV);
        Steps one = steps(small, settings, small.fresh(settings), TrainingDevices.CPU);
        Steps two = steps(small, settings, small.fresh(settings), processors(2));

        assertThat(two.results).isEqualTo(one.results);
        same(two.end, one.end);
    }

    /// Each adds up its own parts first, so that sums are of other roundings.
    @Test
    void devicesThatAccumulateTakeTheStepOfAllTheirParts() {
        TrainingSettings settings = Descent.full(Descent.NESTEROV);
        Steps one = steps(descent, accumulating(settings, 4), descent.fresh(settings), TrainingDevices.CPU);
        Steps two = steps(descent, accumulating(settings, 2), descent.fresh(settings), processors(2));

        one.end
                .tensors()
                .tensors()
                .forEach((name, tensor) -> near(name, two.end.tensors().get(name), tensor, 1e-5f));
    }

    @Test
    void aStepKeepsNoNativeArray() {
        TrainingSettings settings = Descent.full(Descent.NESTEROV);
        try (TrainingProgram program = open(descent, settings, descent.fresh(settings), processors(2))) {
            descent.step(program, RATE);
            NativeObjects.staySameOver(program, () -> descent.step(program, RATE));
        }
    }

    @Test
    void whatADeviceRefusesIsSaidAsOneDeviceSaysIt() {
        TrainingSettings settings = Descent.full(Descent.NESTEROV);
        try (TrainingProgram program = open(descent, settings, descent.fresh(settings), processors(2))) {
            var images = TinyNetworks.buffer(TinyNetworks.images(3, 5));
            assertThatThrownBy(() -> program.step(images, new long[] {0, 1}, RATE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2 of them need");
            assertThatThrownBy(() -> program.step(images, new long[] {0, 1, 3}, RATE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Label 3");
        }
    }

    @Test
    void whatNeedsAWholeBatchOrRemembersPartsIsRefused() {
        Head sampled = new PartialFc(Descent.HEAD, 0.5, 1);
        Head remembering = new AdaFace(3, 8, 0.4, 0.333);
        TrainingSettings settings = Descent.full(Descent.PLAIN);
        for (var objective : List.of(sampled, remembering, new SimClr(0.5, 4))) {
            TrainingState state = TrainingState.fresh(descent.model(), objective, settings, 1);
            assertThatThrownBy(() ->
                            TrainingProgram.open(descent.model().network(), objective, settings, state, processors(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Several devices");
        }
    }

    @Test
    void sharesAreInOrderAndAsEqualAsCanBe() {
        var images = TinyNetworks.buffer(TinyNetworks.images(7, 5));
        long[] labels = {0, 1, 2, 3, 4, 5, 6};

        List<Share> shares = Share.of(images, labels, TinyNetworks.PIXELS, 3);

        assertThat(shares.stream().map(share -> Arrays.toString(share.labels())))
                .containsExactly("[0, 1, 2]", "[3, 4]", "[5, 6]");
        assertThat(shares.get(1).images().get(0)).isEqualTo(images.get(3 * TinyNetworks.PIXELS));
        assertThat(shares.get(1).images().remaining()).isEqualTo(2 * TinyNetworks.PIXELS);
        assertThat(shares.get(1).images().isDirect()).isTrue();
    }

    private record Steps(List<StepResult> results, TrainingState end) {}

    private static Steps steps(
            Descent descent, TrainingSettings settings, TrainingState start, TrainingDevices devices) {
        List<StepResult> results = new ArrayList<>();
        try (TrainingProgram program = open(descent, settings, start, devices)) {
            for (int i = 0; i < 4; i++) {
                results.add(descent.step(program, RATE));
            }
            return new Steps(results, program.state());
        }
    }

    private static TrainingProgram open(
            Descent descent, TrainingSettings settings, TrainingState state, TrainingDevices devices) {
        return TrainingProgram.open(descent.model().network(), Descent.HEAD, settings, state, devices);
    }

    private static TrainingDevices processors(int count) {
        return new TrainingDevices(Collections.nCopies(count, TorchDevice.CPU));
    }

    private static TrainingSettings accumulating(TrainingSettings settings, int parts) {
        OptimiserSettings one = settings.optimiser();
        return new TrainingSettings(
                new OptimiserSettings(one.rule(), one.weightDecay(), one.gradientClipNorm(), parts, one.averageDecay()),
                settings.precision());
    }

    private static void same(TrainingState actual, TrainingState expected) {
        expected.tensors().tensors().forEach((name, tensor) -> {
            boolean statistic = name.endsWith(".m") || name.endsWith(".v");
            near(name, actual.tensors().get(name), tensor, statistic ? 1e-6f : 0);
        });
    }

    private static void near(String name, Tensor actual, Tensor expected, float difference) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.floats()[i]).as(name + " " + i).isCloseTo(expected.floats()[i], within(difference));
        }
    }
}

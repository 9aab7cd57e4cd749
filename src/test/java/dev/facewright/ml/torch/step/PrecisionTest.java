package dev.facewright.ml.torch.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.Descent;
import dev.facewright.ml.torch.StepResult;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.update.LossScaleScript;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecisionTest {
    private static final double RATE = 0.05;
    // Beyond float16 for any gradient that is not tiny.
    private static final double TOO_LARGE = 1e12;

    private final Descent descent = Descent.withNorms();

    /// 8 and 11 bits of fraction, rounded some twenty times over.
    @ParameterizedTest
    @CsvSource({"BF16, 0.05", "FP16, 0.007"})
    void shortNumbersPointTheGradientAboutTheSameWay(Type type, double most) {
        TrainingState start = descent.fresh(TrainingSettings.of(Descent.PLAIN));
        double[] exact = flat(descent.gradient(start));
        double[] rounded = flat(descent.gradient(start, new PrecisionSettings(type, 1024, 2000, false)));

        double apart = 0;
        double length = 0;
        for (int i = 0; i < exact.length; i++) {
            apart += (exact[i] - rounded[i]) * (exact[i] - rounded[i]);
            length += exact[i] * exact[i];
        }
        assertThat(Math.sqrt(apart / length)).isBetween(1e-5, most);
    }

    private static double[] flat(Weights gradients) {
        return gradients.tensors().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("velocity:"))
                .map(Map.Entry::getValue)
                .flatMapToDouble(PrecisionTest::values)
                .toArray();
    }

    private static DoubleStream values(Tensor tensor) {
        return IntStream.range(0, tensor.size()).mapToDouble(i -> tensor.floats()[i]);
    }

    @Test
    void anOverflowChangesNoWeightAndHalvesTheScale() {
        OptimiserSettings optimiser = new OptimiserSettings(new Rule.AdamW(0.9, 0.999, 1e-8), 0.1, 5, 1, 0.9);
        TrainingSettings settings = new TrainingSettings(optimiser, scaled(TOO_LARGE, 3));
        TrainingState start = descent.fresh(settings);
        try (TrainingProgram program = descent.open(settings, start)) {
            StepResult result = descent.step(program, RATE);

            assertThat(result.skipped()).isTrue();
            assertThat(result.finite()).isTrue();
            assertThat(result.skippedSteps()).isEqualTo(1);
            assertThat(result.loss()).isFinite();
            TrainingState after = program.state();
            start.tensors().tensors().forEach((name, before) -> {
                boolean moves = name.startsWith("scaler:") || name.endsWith(".m") || name.endsWith(".v");
                if (!moves || name.startsWith("average:")) {
                    assertThat(after.tensors().get(name)).as(name).isEqualTo(before);
                }
            });
            assertThat(scale(after)).isEqualTo((float) TOO_LARGE / 2);
        }
    }

    @Test
    void theScaleFallsUntilGradientsFitAndStaysThere() {
        TrainingSettings settings = new TrainingSettings(Descent.NESTEROV, scaled(TOO_LARGE, 1000));
        try (TrainingProgram program = descent.open(settings, descent.fresh(settings))) {
            StepResult result = descent.step(program, 0);
            int skipped = 0;
            while (result.skipped()) {
                skipped++;
                assertThat(result.lossScale()).isCloseTo(TOO_LARGE / Math.pow(2, skipped - 1), within(1e6));
                result = descent.step(program, 0);
            }
            assertThat(skipped).isBetween(10, 60);
            assertThat(result.skippedSteps()).isEqualTo(skipped);
            assertThat(result.gradientNorm()).isPositive().isFinite();
            assertThat(descent.step(program, 0).skipped()).isFalse();
        }
    }

    @Test
    void goodStepsInARowDoubleTheScale() {
        TrainingSettings settings = new TrainingSettings(Descent.NESTEROV, scaled(8, 3));
        assertThat(scale(descent.after(settings, 2, RATE))).isEqualTo(8);
        assertThat(scale(descent.after(settings, 3, RATE))).isEqualTo(16);
        assertThat(scale(descent.after(settings, 5, RATE))).isEqualTo(16);
        assertThat(scale(descent.after(settings, 6, RATE))).isEqualTo(32);
    }

    @Test
    void theScaleChangesNeitherLossNorNorm() {
        TrainingSettings one = new TrainingSettings(Descent.NESTEROV, scaled(1, 1000));
        TrainingSettings many = new TrainingSettings(Descent.NESTEROV, scaled(256, 1000));
        try (TrainingProgram plain = descent.open(one, descent.fresh(one));
                TrainingProgram scaled = descent.open(many, descent.fresh(many))) {
            StepResult expected = descent.step(plain, RATE);
            StepResult result = descent.step(scaled, RATE);
            assertThat(result.loss()).isEqualTo(expected.loss());
            assertThat(result.gradientNorm()).isCloseTo(expected.gradientNorm(), within(2e-3));
        }
    }

    @Test
    void onlyAnOverflowThatALowerScaleCanMendIsNoHarm() {
        double infinite = Double.POSITIVE_INFINITY;
        assertThat(new StepResult(1, 0, infinite, true, 1, 2).finite()).isTrue();
        assertThat(new StepResult(1, 0, infinite, true, 1, 0.5).finite()).isFalse();
        assertThat(new StepResult(1, 0, infinite, false, 0, 1).finite()).isFalse();
        assertThat(new StepResult(Double.NaN, 0, infinite, true, 1, 1024).finite())
                .isFalse();
    }

    /// Nothing is scaled in bfloat16: it overflows where float32 does.
    @Test
    void bfloat16HasNoScale() {
        TrainingSettings settings =
                new TrainingSettings(Descent.NESTEROV, new PrecisionSettings(Type.BF16, TOO_LARGE, 2000, false));

        assertThat(descent.after(settings, 1, RATE).optimiser().tensors().keySet())
                .allMatch(name -> name.startsWith("velocity:"));
    }

    @ParameterizedTest
    @EnumSource
    void activationsWorkedOutAgainGiveTheSameGradient(Type type) {
        TrainingState start = descent.fresh(TrainingSettings.of(Descent.PLAIN));
        Weights kept = descent.gradient(start, new PrecisionSettings(type, 64, 2000, false));
        Weights again = descent.gradient(start, new PrecisionSettings(type, 64, 2000, true));

        assertThat(again.tensors().keySet()).isEqualTo(kept.tensors().keySet());
        kept.tensors().forEach((name, tensor) -> {
            for (int i = 0; i < tensor.size(); i++) {
                assertThat(again.get(name).floats()[i]).as(name).isCloseTo(tensor.floats()[i], within(1e-5f));
            }
        });
    }

    @Test
    void activationsWorkedOutAgainMoveTheStatisticsOnce() {
        TrainingSettings kept = new TrainingSettings(Descent.PLAIN, new PrecisionSettings(Type.FP32, 1, 1, false));
        TrainingSettings again = new TrainingSettings(Descent.PLAIN, new PrecisionSettings(Type.FP32, 1, 1, true));

        for (String statistic : new String[] {"b.m", "b.v", "s.m", "s.v"}) {
            assertThat(descent.after(again, 1, 0).network().get(statistic))
                    .isEqualTo(descent.after(kept, 1, 0).network().get(statistic));
        }
    }

    @Test
    void aScaleBelowOneIsRefused() {
        assertThatThrownBy(() -> scaled(0.5, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PrecisionSettings scaled(double scale, int growthSteps) {
        return new PrecisionSettings(Type.FP16, scale, growthSteps, false);
    }

    private static float scale(TrainingState state) {
        return state.optimiser().get(LossScaleScript.SCALE).floats()[0];
    }
}

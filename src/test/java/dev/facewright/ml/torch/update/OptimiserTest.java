package dev.facewright.ml.torch.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.head.SimClr;
import dev.facewright.ml.torch.Descent;
import dev.facewright.ml.torch.NativeObjects;
import dev.facewright.ml.torch.StepResult;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.objective.HeadTensors;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.PrecisionSettings.Type;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.step.StepPlan;
import dev.facewright.ml.torch.step.TrainingScript;
import dev.facewright.ml.torch.step.TrainingScript.Differentiation;
import dev.facewright.ml.torch.text.Arithmetic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserTest {
    private static final double RATE = 0.01;
    private static final List<String> WEIGHTS = List.of("a.w", "d.w", HeadTensors.CENTRES);
    private static final List<String> OTHERS = List.of("a.b", "b.g", "c.s", "p.b");

    private final Descent descent = Descent.withNorms();

    /// m₁ = 0.1 g₁, v₁ = 0.001 g₁², so m̂₁ / √v̂₁ = ±1; then m₂ = 0.09 g₁ + 0.1 g₂ over 1 − 0.9² = 0.19, and
    /// v₂ = 0.000999 g₁² + 0.001 g₂² over 1 − 0.999² = 0.001999.
    @Test
    void twoStepsOfAdamWAreThoseWorkedOutByHand() {
        TrainingSettings settings = Descent.full(Descent.ADAM_W);
        TrainingState start = descent.fresh(settings);
        TrainingState first = descent.after(settings, 1, RATE);
        TrainingState second = descent.after(settings, 2, RATE);
        for (String name : Stream.concat(WEIGHTS.stream(), OTHERS.stream()).toList()) {
            double decay = WEIGHTS.contains(name) ? 0.1 : 0;
            float[] gradients1 = gradient(start, name);
            float[] gradients2 = gradient(first, name);
            for (int i = 0; i < gradients1.length; i++) {
                double g1 = gradients1[i];
                double g2 = gradients2[i];
                double p0 = value(start, name, i);
                double p1 = p0 - RATE * (g1 / (Math.abs(g1) + 1e-8) + decay * p0);
                assertThat(value(first, name, i)).as(name + " " + i).isCloseTo(p1, within(1e-6));
                double mean = (0.09 * g1 + 0.1 * g2) / 0.19;
                double square = (0.000999 * g1 * g1 + 0.001 * g2 * g2) / 0.001999;
                double p2 = p1 - RATE * (mean / (Math.sqrt(square) + 1e-8) + decay * p1);
                assertThat(value(second, name, i)).as(name + " " + i).isCloseTo(p2, within(2e-5));
            }
        }
    }

    @Test
    void adamWsDecayGoesAroundItsMeans() {
        TrainingSettings decayed = Descent.full(Descent.ADAM_W);
        TrainingSettings plain = Descent.full(new OptimiserSettings(new Rule.AdamW(0.9, 0.999, 1e-8), 0, 0, 1, 0));

        assertThat(descent.after(decayed, 1, RATE).optimiser())
                .isEqualTo(descent.after(plain, 1, RATE).optimiser());
    }

    /// The average keeps 1/10 before its first update's value, then 2/11.
    @Test
    void theAverageFollowsFastAtFirst() {
        TrainingSettings settings = averaging(0.9999);
        TrainingState start = descent.fresh(settings);
        TrainingState first = descent.after(settings, 1, RATE);
        TrainingState second = descent.after(settings, 2, RATE);

        for (String name : List.of("a.w", "c.s", "b.m", "s.v")) {
            double expected = 0.1 * value(start, name, 0) + 0.9 * value(first, name, 0);
            assertThat(average(first, name)).as(name).isCloseTo(expected, within(1e-6));
            expected = 2 * expected / 11 + 9 * value(second, name, 0) / 11;
            assertThat(average(second, name)).as(name).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void theAverageNeverKeepsMoreThanItsDecay() {
        TrainingSettings settings = averaging(0.05);
        TrainingState start = descent.fresh(settings);
        TrainingState first = descent.after(settings, 1, RATE);

        assertThat(average(first, "a.w"))
                .isCloseTo(0.05 * value(start, "a.w", 0) + 0.95 * value(first, "a.w", 0), within(1e-6));
    }

    @Test
    void aFinishedModelCarriesTheAverageAndTrainingGoesOnWithoutIt() {
        TrainingState averaged = descent.after(averaging(0.9999), 3, RATE);
        TrainingState plain = descent.after(Descent.full(Descent.PLAIN), 3, RATE);

        assertThat(averaged.network()).isEqualTo(plain.network());
        assertThat(averaged.head()).isEqualTo(plain.head());
        assertThat(averaged.finished().get("a.w"))
                .isEqualTo(averaged.optimiser().get("average:a.w"))
                .isNotEqualTo(averaged.network().get("a.w"));
        assertThat(plain.finished()).isEqualTo(plain.network());
        assertThat(averaged.optimiser().tensors()).doesNotContainKey("average:" + HeadTensors.CENTRES);
    }

    @Test
    void twoPartsOfFourAreOneBatchOfEight() {
        isTheSameInParts(8, 2);
    }

    /// Parts of 3 and 2: one image alone is never a part.
    @Test
    void unevenPartsCountByTheirSize() {
        isTheSameInParts(5, 4);
    }

    private static void isTheSameInParts(int images, int parts) {
        Descent together = Descent.withoutNorms(images);
        TrainingSettings whole = Descent.full(Descent.NESTEROV);
        TrainingSettings split = Descent.full(new OptimiserSettings(new Rule.Sgd(0.9), 5e-4, 5, parts, 0));
        try (TrainingProgram one = together.open(whole, together.fresh(whole));
                TrainingProgram more = together.open(split, together.fresh(split))) {
            for (int step = 0; step < 2; step++) {
                StepResult expected = together.step(one, 0.1);
                StepResult result = together.step(more, 0.1);
                assertThat(result.loss()).isCloseTo(expected.loss(), within(1e-5));
                assertThat(result.hits()).isEqualTo(expected.hits());
                assertThat(result.gradientNorm()).isCloseTo(expected.gradientNorm(), within(1e-4));
            }
            more.state()
                    .tensors()
                    .tensors()
                    .forEach((name, tensor) ->
                            close(tensor, one.state().tensors().get(name)));
        }
    }

    private static void close(Tensor tensor, Tensor expected) {
        for (int i = 0; i < tensor.size(); i++) {
            assertThat(tensor.floats()[i]).isCloseTo(expected.floats()[i], within(2e-6f));
        }
    }

    @Test
    void viewsAreNotContrastedWithinParts() {
        TrainingSettings parts = Descent.full(new OptimiserSettings(new Rule.Sgd(0.9), 0, 0, 2, 0));

        assertThatThrownBy(() -> TrainingScript.of(new StepPlan(
                        descent.model().network(),
                        new SimClr(0.5, 4),
                        parts,
                        Differentiation.COMPILED,
                        Arithmetic.FULL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("whole batch");
    }

    static Stream<TrainingSettings> everyWay() {
        Rule adamW = new Rule.AdamW(0.9, 0.999, 1e-8);
        PrecisionSettings bf16 = new PrecisionSettings(Type.BF16, 1, 2000, false);
        PrecisionSettings fp16 = new PrecisionSettings(Type.FP16, 1024, 1, true);
        return Stream.of(
                Descent.full(Descent.NESTEROV),
                Descent.full(Descent.ADAM_W),
                Descent.full(new OptimiserSettings(adamW, 0.1, 5, 3, 0.999)),
                new TrainingSettings(Descent.NESTEROV, bf16),
                new TrainingSettings(new OptimiserSettings(adamW, 0.1, 5, 2, 0.9), fp16));
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void theSameStateAndStepsGiveTheSameBitsAgain(TrainingSettings settings) {
        TrainingState middle;
        TrainingState end;
        try (TrainingProgram program = descent.open(settings, descent.fresh(settings))) {
            descent.step(program, RATE);
            middle = program.state();
            NativeObjects.staySameOver(program, () -> descent.step(program, RATE));
            end = program.state();
        }
        try (TrainingProgram resumed = descent.open(settings, middle)) {
            descent.step(resumed, RATE);
            assertThat(resumed.state()).isEqualTo(end).isNotEqualTo(middle);
        }
    }

    @Test
    void aStateOfAnotherRuleIsRefused() {
        TrainingState momentum = descent.fresh(Descent.full(Descent.NESTEROV));

        assertThatThrownBy(() -> descent.open(Descent.full(Descent.ADAM_W), momentum))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static TrainingSettings averaging(double decay) {
        return Descent.full(new OptimiserSettings(new Rule.Sgd(0), 0, 0, 1, decay));
    }

    private float[] gradient(TrainingState at, String name) {
        return descent.gradient(at).get("velocity:" + name).floats();
    }

    private static double value(TrainingState state, String name, int place) {
        return state.tensors().get(name).floats()[place];
    }

    private static double average(TrainingState state, String name) {
        return state.optimiser().get("average:" + name).floats()[0];
    }
}

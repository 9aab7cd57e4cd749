package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.torch.objective.HeadTensors;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingProgramTest {
    private static final OptimiserSettings PLAIN = new OptimiserSettings(0, 0, 0);
    private static final long[] LABELS = {0, 2, 1, 2};

    private final FaceModel model = TinyNetworks.withEveryOperation();
    private final double[][] images = TinyNetworks.images(LABELS.length, 5);
    private final Head head = new ArcFace(3, 8, 0.5);
    private final TrainingState start = TrainingState.fresh(model, head, PLAIN, 11);

    @Test
    void theLossIsTheCrossEntropyOfTheHeadsLogits() {
        try (TrainingProgram program = open(PLAIN, start)) {
            double expected = ReferenceNetwork.loss(model, head, start.centres(), images, LABELS);
            assertThat(step(program, 0).loss()).isCloseTo(expected, within(1e-5));
        }
    }

    /// Plain descent moves each weight by its slope, so the slope can be read off and compared with a difference
    /// quotient of the reference's loss.
    @Test
    void theGradientOfEveryWeightIsTheSlopeOfTheLoss() {
        double rate = 0.01;
        TrainingState after;
        StepResult result;
        try (TrainingProgram program = open(PLAIN, start)) {
            result = step(program, rate);
            after = program.state();
        }
        double squares = 0;
        for (String parameter : start.optimiser().tensors().keySet()) {
            String name = parameter.substring("velocity:".length());
            float[] before = tensor(start, name).floats();
            for (int i = 0; i < before.length; i++) {
                double slope = (before[i] - tensor(after, name).floats()[i]) / rate;
                assertThat(slope).as(name + " " + i).isCloseTo(slopeByDifference(name, i), within(2e-3));
                squares += slope * slope;
            }
        }
        assertThat(result.gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-3));
    }

    private double slopeByDifference(String name, int place) {
        float[] values = tensor(start, name).floats();
        float kept = values[place];
        float above = kept + 3e-5f;
        float below = kept - 3e-5f;
        values[place] = above;
        double up = ReferenceNetwork.loss(model, head, start.centres(), images, LABELS);
        values[place] = below;
        double down = ReferenceNetwork.loss(model, head, start.centres(), images, LABELS);
        values[place] = kept;
        return (up - down) / (above - below);
    }

    @Test
    void normStatisticsMoveATenthOfTheWayToThoseOfTheBatch() {
        try (TrainingProgram program = open(PLAIN, start)) {
            step(program, 0);
            double[] channel = channelOfFirstConvolution();
            double mean = Arrays.stream(channel).average().orElseThrow();
            double variance = Arrays.stream(channel)
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / (channel.length - 1);
            assertThat((double) tensor(program.state(), "b.m").floats()[0])
                    .isCloseTo(0.9 * tensor(start, "b.m").floats()[0] + 0.1 * mean, within(1e-5));
            assertThat((double) tensor(program.state(), "b.v").floats()[0])
                    .isCloseTo(0.9 * tensor(start, "b.v").floats()[0] + 0.1 * variance, within(1e-5));
        }
    }

    private double[] channelOfFirstConvolution() {
        var ops = model.network().ops().subList(0, 1);
        Map<String, Tensor> weights = new LinkedHashMap<>(model.weights().tensors());
        double[][] out = ReferenceNetwork.embed(TinyNetworks.model(ops, weights, "a"), images, true);
        int area = TinyNetworks.SIDE * TinyNetworks.SIDE;
        return Arrays.stream(out)
                .flatMapToDouble(image -> Arrays.stream(image, 0, area))
                .toArray();
    }

    @Test
    void momentumAddsNineTenthsOfTheLastVelocityAndLooksAhead() {
        OptimiserSettings nesterov = new OptimiserSettings(0.9, 0, 0);
        try (TrainingProgram program = open(nesterov, start)) {
            step(program, 0.1);
            TrainingState first = program.state();
            float gradient = first.optimiser().get("velocity:q.w").floats()[0];
            double moved =
                    tensor(first, "q.w").floats()[0] - tensor(start, "q.w").floats()[0];
            assertThat(moved).isCloseTo(-0.1 * (gradient + 0.9 * gradient), within(1e-6));

            step(program, 0);
            float second = program.state().optimiser().get("velocity:q.w").floats()[0] - 0.9f * gradient;
            try (TrainingProgram plain = open(PLAIN, withWeightsOf(first))) {
                step(plain, 0);
                assertThat(plain.state().optimiser().get("velocity:q.w").floats()[0])
                        .isCloseTo(second, within(1e-4f));
            }
        }
    }

    private TrainingState withWeightsOf(TrainingState state) {
        return new TrainingState(state.network(), state.head(), start.optimiser());
    }

    @Test
    void weightsDecayButNormsBiasesAndSlopesDoNot() {
        TrainingState plain = afterOneStep(PLAIN);
        TrainingState decayed = afterOneStep(new OptimiserSettings(0, 0.1, 0));

        for (String weight :
                new String[] {"a.w", "d.w", "k.w", "p.w", "q.w", "projected.w", "read.w", HeadTensors.CENTRES}) {
            double shrunk = 0.01 * 0.1 * tensor(start, weight).floats()[0];
            assertThat((double) tensor(plain, weight).floats()[0]
                            - tensor(decayed, weight).floats()[0])
                    .as(weight)
                    .isCloseTo(shrunk, within(1e-7));
            assertThat(tensor(decayed, weight)).as(weight).isNotEqualTo(tensor(plain, weight));
        }
        for (String other :
                new String[] {"a.b", "b.g", "b.b", "c.s", "p.b", "s.g", "t.s", "placed.w", "even.g", "projected.b"}) {
            assertThat(tensor(decayed, other)).as(other).isEqualTo(tensor(plain, other));
        }
    }

    @Test
    void aLongGradientIsCutToTheClipNormAndAShortOneIsLeftAlone() {
        double norm;
        try (TrainingProgram program = open(PLAIN, start)) {
            norm = step(program, 0).gradientNorm();
        }
        TrainingState free = afterOneStep(PLAIN);
        TrainingState half = afterOneStep(new OptimiserSettings(0, 0, norm / 2));
        TrainingState loose = afterOneStep(new OptimiserSettings(0, 0, norm * 2));

        assertThat(tensor(loose, "q.w")).isEqualTo(tensor(free, "q.w"));
        for (int i = 0; i < 10; i++) {
            double before = tensor(start, "q.w").floats()[i];
            double whole = tensor(free, "q.w").floats()[i] - before;
            assertThat(tensor(half, "q.w").floats()[i] - before).isCloseTo(whole / 2, within(1e-7));
        }
    }

    private TrainingState afterOneStep(OptimiserSettings settings) {
        try (TrainingProgram program = open(settings, start)) {
            step(program, 0.01);
            return program.state();
        }
    }

    @Test
    void stepsLeaveNoNativeArraysBehind() {
        try (TrainingProgram program = open(new OptimiserSettings(0.9, 5e-4, 5), start)) {
            step(program, 0.01);
            NativeObjects.staySameOver(program, () -> {
                for (int i = 0; i < 30; i++) {
                    step(program, 0.01);
                }
            });
        }
    }

    @Test
    void theSameStateAndStepsGiveTheSameBitsAgain() {
        OptimiserSettings settings = new OptimiserSettings(0.9, 5e-4, 5);
        TrainingState middle;
        TrainingState end;
        try (TrainingProgram program = open(settings, start)) {
            step(program, 0.05);
            middle = program.state();
            step(program, 0.05);
            end = program.state();
        }
        try (TrainingProgram resumed = open(settings, middle)) {
            step(resumed, 0.05);
            assertThat(resumed.state()).isEqualTo(end);
        }
    }

    @Test
    void hitsAreImagesNearestToTheirOwnCentre() {
        FaceModel bare = TinyNetworks.withoutWeights();
        try (TrainingProgram program = onAxes(bare, axis(0, 1), axis(1, 1))) {
            StepResult result =
                    program.step(TinyNetworks.buffer(new double[][] {axis(0, 3), axis(0, 2)}), new long[] {0, 1}, 0);
            assertThat(result.hits()).isEqualTo(1);
        }
    }

    @Test
    void cosinesOfExactlyOneAndMinusOneHaveFiniteGradients() {
        FaceModel bare = TinyNetworks.withoutWeights();
        try (TrainingProgram program = onAxes(bare, axis(0, 1), axis(0, -1))) {
            StepResult result =
                    program.step(TinyNetworks.buffer(new double[][] {axis(0, 1), axis(0, 1)}), new long[] {0, 1}, 0.1);
            assertThat(result.finite()).isTrue();
            for (float value : program.state().centres().floats()) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void anEmbeddingOfZerosHasNoDirectionButAFiniteLoss() {
        FaceModel bare = TinyNetworks.withoutWeights();
        try (TrainingProgram program = onAxes(bare, axis(0, 1), axis(1, 1))) {
            StepResult result =
                    program.step(TinyNetworks.buffer(new double[2][TinyNetworks.PIXELS]), new long[] {0, 1}, 0.1);
            assertThat(result.finite()).isTrue();
        }
    }

    private static TrainingProgram onAxes(FaceModel bare, double[]... centres) {
        Head head = new ArcFace(centres.length, 8, 0.5);
        float[] values = new float[centres.length * TinyNetworks.PIXELS];
        TinyNetworks.buffer(centres).get(values);
        Tensor tensor = new Tensor(new int[] {centres.length, TinyNetworks.PIXELS}, values);
        TrainingState fresh = TrainingState.fresh(bare, head, PLAIN, 1);
        Weights placed = Weights.of(Map.of(HeadTensors.CENTRES, tensor));
        return TrainingProgram.open(
                bare.network(), head, PLAIN, new TrainingState(fresh.network(), placed, fresh.optimiser()));
    }

    private static double[] axis(int place, double value) {
        double[] image = new double[TinyNetworks.PIXELS];
        image[place] = value;
        return image;
    }

    @Test
    void labelsOutsideTheHeadsIdentitiesAreRefused() {
        FloatBuffer one = TinyNetworks.buffer(TinyNetworks.images(1, 1));
        try (TrainingProgram program = open(PLAIN, start)) {
            assertThatThrownBy(() -> program.step(one, new long[] {3}, 0.1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("[0, 3)");
        }
    }

    @Test
    void aStateOfAnotherDataSetIsRefused() {
        assertThatThrownBy(() -> TrainingProgram.open(model.network(), new ArcFace(4, 8, 0.5), PLAIN, start))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another data set");
    }

    private TrainingProgram open(OptimiserSettings settings, TrainingState state) {
        return TrainingProgram.open(model.network(), head, settings, state);
    }

    private StepResult step(TrainingProgram program, double learningRate) {
        return program.step(TinyNetworks.buffer(images), LABELS, learningRate);
    }

    private static Tensor tensor(TrainingState state, String name) {
        return state.tensors().get(name);
    }
}

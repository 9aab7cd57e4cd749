package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.torch.ReferenceNetwork;
import dev.facewright.ml.torch.StepResult;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class MoCoProgramTest {
    private static final double RATE = 0.01;

    private final FaceModel model = TinyNetworks.withEveryOperation();
    private final MoCo objective = new MoCo(0.2, 4, 7, 0.9);
    private final TrainingState start = TrainingState.fresh(model, objective, TinyProjectors.PLAIN, 11);
    private final double[][] views = TinyNetworks.images(6, 5);

    /// Query (1, 0), key (0.6, 0.8), and a queue of (0, 1) and (-1, 0): logits 0.6, 0 and -1, doubled by the
    /// temperature.
    @Test
    void aHandWorkedLossAgainstAQueueOfTwo() {
        MoCo two = new MoCo(0.5, 2, 2, 0.9);
        try (TrainingProgram program = pixels(two, new double[] {0, 1}, new double[] {-1, 0})) {
            StepResult result = program.step(
                    TinyNetworks.buffer(TinyProjectors.images(new double[] {2, 0}, new double[] {3, 4})),
                    new long[1],
                    0);
            assertThat(result.loss())
                    .isCloseTo(-1.2 + Math.log(Math.exp(1.2) + Math.exp(0) + Math.exp(-2)), within(1e-6));
            assertThat(result.hits()).isEqualTo(1);
        }
    }

    @Test
    void newKeysStandFirstInTheQueueAndTheOldestFallOut() {
        MoCo five = new MoCo(0.5, 2, 5, 0.9);
        double[] old = {0, 1};
        try (TrainingProgram program = pixels(five, old, old, old, old, new double[] {0, -1})) {
            for (int step = 0; step < 3; step++) {
                double[] query = {1, 1};
                double[] first = {1, 2 * step};
                double[] second = {1, 2 * step + 1};
                program.step(TinyNetworks.buffer(TinyProjectors.images(query, query, first, second)), new long[2], 0);
            }
            float[] queue = program.state().head().get(MoCoScript.QUEUE).floats();
            int[] slopes = {4, 5, 2, 3, 0};
            for (int row = 0; row < slopes.length; row++) {
                assertThat(queue[2 * row + 1] / queue[2 * row]).as("row " + row).isCloseTo(slopes[row], within(1e-5f));
                assertThat(Math.hypot(queue[2 * row], queue[2 * row + 1])).isCloseTo(1, within(1e-6));
            }
            assertThat(program.state().head().get(MoCoScript.STEPS).floats()).containsExactly(3);
        }
    }

    private static TrainingProgram pixels(MoCo objective, double[]... queue) {
        TrainingState state = TinyProjectors.passingFirstPixels(objective);
        float[] rows = state.head().get(MoCoScript.QUEUE).floats();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) queue[i / 2][i % 2];
        }
        return TrainingProgram.open(TinyNetworks.withoutWeights().network(), objective, TinyProjectors.PLAIN, state);
    }

    @Test
    void theKeyEncoderKeepsItsMomentumsShareOfEachWeightAndNoGradientReachesIt() {
        TrainingState before = afterSteps(2);
        try (TrainingProgram program = open(before)) {
            step(program, RATE);
            TrainingState after = program.state();
            for (String velocity : start.optimiser().tensors().keySet()) {
                String name = velocity.substring("velocity:".length());
                float[] key = before.head().get(MoCoScript.key(name)).floats();
                float[] network = before.tensors().get(name).floats();
                float[] followed = after.head().get(MoCoScript.key(name)).floats();
                for (int i = 0; i < key.length; i++) {
                    assertThat((double) followed[i])
                            .as(name + " " + i)
                            .isCloseTo(0.9 * key[i] + 0.1 * network[i], within(1e-6));
                }
            }
            assertThat(after.head().get(MoCoScript.key("a.w")))
                    .isNotEqualTo(after.network().get("a.w"));
        }
    }

    /// Of fresh statistics a step keeps (1 + n) / (10 + n), until that is more than the momentum: a tenth at
    /// first, 3/12 in the third step.
    @Test
    void theKeyEncodersStatisticsFollowTheNetworksAndLeaveTheirStartSooner() {
        TrainingState before = afterSteps(2);
        try (TrainingProgram program = open(before)) {
            step(program, RATE);
            float key = before.head().get(MoCoScript.key("b.m")).floats()[0];
            float network = program.state().network().get("b.m").floats()[0];
            assertThat((double)
                            program.state().head().get(MoCoScript.key("b.m")).floats()[0])
                    .isCloseTo(0.25 * key + 0.75 * network, within(1e-6));
        }
    }

    /// The reference holds the keys still, so a gradient through them would be seen.
    @Test
    void theGradientOfEveryWeightIsTheSlopeOfTheLossWithTheKeysHeldStill() {
        TrainingState before = afterSteps(2);
        try (TrainingProgram program = open(before)) {
            StepResult result = step(program, RATE);
            TrainingState after = program.state();
            double[][] keys = keys(after);
            float[] queue = before.head().get(MoCoScript.QUEUE).floats();

            assertThat(result.loss()).isCloseTo(loss(before, keys, queue), within(1e-4));
            SlopeCheck.everyParameter(before, after, RATE, () -> loss(before, keys, queue));
        }
    }

    /// Of the second views, by the key encoder's own statistics.
    private double[][] keys(TrainingState after) {
        SequencedMap<String, Tensor> weights = new LinkedHashMap<>();
        for (String name : Projector.onto(model.network()).weightNames()) {
            weights.put(name, after.head().get(MoCoScript.key(name)));
        }
        FaceModel encoder = new FaceModel(Projector.onto(model.network()), new Weights(weights), model.preprocessing());
        double[][] keys = ReferenceNetwork.embed(encoder, Arrays.copyOfRange(views, 3, 6), false);
        return Arrays.stream(keys).map(TinyProjectors::unit).toArray(double[][]::new);
    }

    private double loss(TrainingState state, double[][] keys, float[] queue) {
        double[][] queries =
                ReferenceNetwork.embed(TinyProjectors.learner(model, state), Arrays.copyOf(views, 3), true);
        double sum = 0;
        for (int i = 0; i < queries.length; i++) {
            double[] query = TinyProjectors.unit(queries[i]);
            double own = TinyProjectors.dot(query, keys[i]) / 0.2;
            double total = Math.exp(own);
            for (int row = 0; row < queue.length; row += 4) {
                double[] other = {queue[row], queue[row + 1], queue[row + 2], queue[row + 3]};
                total += Math.exp(TinyProjectors.dot(query, other) / 0.2);
            }
            sum += Math.log(total) - own;
        }
        return sum / queries.length;
    }

    @Test
    void theSameStateAndStepsGiveTheSameBitsAgain() {
        Resumption.isExact(model, objective);
    }

    @Test
    void aNetworkWithoutNormsHasNoStatisticsToFollow() {
        FaceModel bare = TinyNetworks.withoutWeights();
        Resumption.isExact(bare, objective);
    }

    @Test
    void aKeyMomentumOfOneIsRefused() {
        assertThatThrownBy(() -> new MoCo(0.2, 128, 1024, 1)).hasMessageContaining("key momentum in [0, 1)");
        assertThatThrownBy(() -> new MoCo(0.2, 128, 0, 0.9)).hasMessageContaining("queue of at least 1 key");
    }

    private TrainingState afterSteps(int steps) {
        try (TrainingProgram program = open(start)) {
            for (int i = 0; i < steps; i++) {
                step(program, 0.1);
            }
            return program.state();
        }
    }

    private TrainingProgram open(TrainingState state) {
        return TrainingProgram.open(model.network(), objective, TinyProjectors.PLAIN, state);
    }

    private StepResult step(TrainingProgram program, double rate) {
        return program.step(TinyNetworks.buffer(views), new long[3], rate);
    }
}

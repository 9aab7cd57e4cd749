package dev.facewright.ml.torch.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.CombinedMargin;
import dev.facewright.ml.head.CosFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.NormalisedSoftmax;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import dev.facewright.ml.head.Softmax;
import dev.facewright.ml.head.SubCentreArcFace;
import dev.facewright.ml.torch.ReferenceNetwork;
import dev.facewright.ml.torch.TinyNetworks;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadScriptTest {
    private static final OptimiserSettings PLAIN = new OptimiserSettings(0, 0, 0);
    private static final long[] LABELS = {0, 2, 1, 2};
    private static final int CLASSES = 5;
    private static final double RATE = 0.01;

    private final double[][] images = TinyNetworks.images(LABELS.length, 5);
    private final FaceModel model = projection();

    static Stream<Head> heads() {
        ArcFace arcFace = new ArcFace(CLASSES, 8, 0.5);
        return Stream.of(
                new Softmax(CLASSES),
                new NormalisedSoftmax(CLASSES, 8),
                arcFace,
                new CosFace(CLASSES, 8, 0.35),
                new CombinedMargin(CLASSES, 8, 1, 0.3, 0.2),
                new CombinedMargin(CLASSES, 8, 3.5, 0.5, 0),
                new AdaFace(CLASSES, 8, 0.4, 0.333),
                new SubCentreArcFace(arcFace, 3),
                new SmoothedHead(new CosFace(CLASSES, 8, 0.35), 0.2),
                new SmoothedHead(new AdaFace(CLASSES, 8, 0.4, 1), 0.1),
                new PartialFc(arcFace, 0.7, 3),
                new PartialFc(new SmoothedHead(new Softmax(CLASSES), 0.1), 0.7, 3),
                new PartialFc(new SubCentreArcFace(arcFace, 2), 0.7, 3));
    }

    /// Plain descent moves each weight by its slope, so the slope can be read off and compared with a difference
    /// quotient of the reference's loss.
    @ParameterizedTest
    @MethodSource("heads")
    void lossAndGradientAreThoseOfTheDefinition(Head head) {
        TrainingState start = start(head);
        TrainingState after;
        double loss;
        try (TrainingProgram program = TrainingProgram.open(model.network(), head, PLAIN, start)) {
            loss = program.step(TinyNetworks.buffer(images), LABELS, RATE, 1).loss();
            after = program.state();
        }
        Slopes slopes = new Slopes(head, start, after.head());
        assertThat(loss).isCloseTo(slopes.loss(), within(1e-5));
        List<String> learnt = Stream.of("p.w", HeadTensors.CENTRES, HeadTensors.BIAS)
                .filter(start.tensors()::contains)
                .toList();
        for (String name : learnt) {
            float[] before = start.tensors().get(name).floats();
            float[] moved = after.tensors().get(name).floats();
            // Every seventh: enough to meet each row, and quick.
            for (int i = 0; i < before.length; i += before.length > 100 ? 7 : 1) {
                assertThat((before[i] - moved[i]) / RATE)
                        .as(name + " " + i)
                        .isCloseTo(slopes.at(name, i), within(2e-3));
            }
        }
    }

    /// The reference's loss around a state.
    private final class Slopes {
        private final ReferenceHead reference;
        private final TrainingState start;
        private final double[] lengths;
        private final long[] classes;

        Slopes(Head head, TrainingState start, Weights after) {
            this.start = start;
            Map<String, Tensor> tensors = new LinkedHashMap<>(after.tensors());
            start.head().tensors().forEach((name, tensor) -> {
                if (HeadTensors.byClass(name)) {
                    tensors.put(name, tensor);
                }
            });
            reference = new ReferenceHead(head, Weights.of(tensors));
            lengths = reference.lengths(embeddings());
            classes = head.sampling()
                    .map(sampling -> sampling.classes(LABELS, 1))
                    .orElseGet(() -> new long[] {0, 1, 2, 3, 4});
        }

        double loss() {
            return reference.loss(embeddings(), lengths, LABELS, classes);
        }

        double at(String name, int place) {
            float[] values = start.tensors().get(name).floats();
            float kept = values[place];
            values[place] = kept + 1e-4f;
            double up = loss();
            float above = values[place];
            values[place] = kept - 1e-4f;
            double slope = (up - loss()) / (above - values[place]);
            values[place] = kept;
            return slope;
        }

        private double[][] embeddings() {
            FaceModel now = new FaceModel(model.network(), start.network(), model.preprocessing());
            return ReferenceNetwork.embed(now, images, true);
        }
    }

    /// As if training had gone on for a while: centres far apart, lengths about what they are.
    private TrainingState start(Head head) {
        TrainingState fresh = TrainingState.fresh(model, head, PLAIN, 11);
        Map<String, Tensor> tensors = new LinkedHashMap<>(fresh.head().tensors());
        Random random = new Random(4);
        TinyNetworks.gaussian(
                tensors, random, 0.5, HeadTensors.CENTRES, fresh.centres().shape());
        tensors.computeIfPresent(HeadTensors.BIAS, (_, _) -> Tensor.vector(0.3f, -0.2f, 0.1f, 0.4f, 0));
        tensors.computeIfPresent(HeadTensors.MEAN_LENGTH, (_, _) -> Tensor.vector(2));
        tensors.computeIfPresent(HeadTensors.LENGTH_DEVIATION, (_, _) -> Tensor.vector(0.7f));
        return new TrainingState(fresh.network(), Weights.of(tensors), fresh.optimiser());
    }

    private static FaceModel projection() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        TinyNetworks.gaussian(weights, new Random(2), 0.1, "p.w", 4, TinyNetworks.PIXELS);
        return TinyNetworks.model(
                List.of(new Op.Flatten("f", "x"), new Op.Linear("p", "f", "p.w", null)), weights, "p");
    }

    /// 0.99 of the old value and 0.01 of the batch's: lengths 1, 3, and 500 which counts as 100, have the mean
    /// 34.6666667 and the deviation 56.5891627.
    @Test
    void theStatisticsOfLengthsMoveAHundredthOfTheWayToThoseOfTheBatch() {
        FaceModel bare = TinyNetworks.withoutWeights();
        Head head = new AdaFace(3, 8, 0.4, 0.333);
        TrainingState fresh = TrainingState.fresh(bare, head, PLAIN, 1);
        double[][] axes = {axis(0, 1), axis(1, -3), axis(2, 500)};
        try (TrainingProgram program = TrainingProgram.open(bare.network(), head, PLAIN, fresh)) {
            program.step(TinyNetworks.buffer(axes), new long[] {0, 1, 2}, 0);

            Weights state = program.state().head();
            assertThat(state.get(HeadTensors.MEAN_LENGTH).floats()[0]).isCloseTo(20.146667f, within(1e-4f));
            assertThat(state.get(HeadTensors.LENGTH_DEVIATION).floats()[0]).isCloseTo(99.565892f, within(1e-4f));
        }
    }

    @ParameterizedTest
    @MethodSource("heads")
    void cosinesOfExactlyOneAndMinusOneHaveFiniteGradients(Head head) {
        FaceModel bare = TinyNetworks.withoutWeights();
        TrainingState fresh = TrainingState.fresh(bare, head, PLAIN, 1);
        Map<String, Tensor> tensors = new LinkedHashMap<>(fresh.head().tensors());
        float[] centres = new float[fresh.centres().size()];
        for (int row = 0; row < fresh.centres().shape()[0]; row++) {
            centres[row * TinyNetworks.PIXELS] = row < head.subCentres() ? 1 : -1;
        }
        tensors.put(HeadTensors.CENTRES, new Tensor(fresh.centres().shape(), centres));
        TrainingState placed = new TrainingState(fresh.network(), Weights.of(tensors), fresh.optimiser());
        try (TrainingProgram program = TrainingProgram.open(bare.network(), head, PLAIN, placed)) {
            double[][] same = {axis(0, 1), axis(0, 1), new double[TinyNetworks.PIXELS]};

            assertThat(program.step(TinyNetworks.buffer(same), new long[] {0, 1, 2}, 0.1, 1)
                            .finite())
                    .isTrue();
            for (float value : program.state().centres().floats()) {
                assertThat(value).isFinite();
            }
        }
    }

    private static double[] axis(int place, double value) {
        double[] image = new double[TinyNetworks.PIXELS];
        image[place] = value;
        return image;
    }

    @Test
    void aHitIsAnImageNearestToAnyCentreOfItsIdentity() {
        FaceModel bare = TinyNetworks.withoutWeights();
        Head head = new SubCentreArcFace(new ArcFace(2, 8, 0.5), 2);
        TrainingState fresh = TrainingState.fresh(bare, head, PLAIN, 1);
        float[] centres = new float[fresh.centres().size()];
        // Identity 0 along axes 0 and 1, identity 1 along axes 2 and 3.
        for (int row = 0; row < 4; row++) {
            centres[row * TinyNetworks.PIXELS + row] = 1;
        }
        Weights placed = Weights.of(
                Map.of(HeadTensors.CENTRES, new Tensor(fresh.centres().shape(), centres)));
        TrainingState state = new TrainingState(fresh.network(), placed, fresh.optimiser());
        try (TrainingProgram program = TrainingProgram.open(bare.network(), head, PLAIN, state)) {
            double[][] each = {axis(0, 1), axis(1, 1), axis(2, 1), axis(3, 1)};

            assertThat(program.step(TinyNetworks.buffer(each), new long[] {0, 0, 1, 0}, 0.1)
                            .hits())
                    .isEqualTo(3);
        }
    }
}

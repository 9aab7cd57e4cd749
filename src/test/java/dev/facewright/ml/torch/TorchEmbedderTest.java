package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TorchEmbedderTest {
    @Test
    void everyOperationComputesWhatItsDefinitionSays() {
        FaceModel model = TinyNetworks.withEveryOperation();
        double[][] images = TinyNetworks.images(3, 1);

        double[][] expected = ReferenceNetwork.embed(model, images, false);

        try (TorchEmbedder embedder = TorchEmbedder.open(model)) {
            float[][] embeddings = embedder.embed(TinyNetworks.buffer(images), 3);
            assertThat(embedder.dimensions()).isEqualTo(5);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 5; j++) {
                    assertThat((double) embeddings[i][j]).isCloseTo(expected[i][j], within(1e-5));
                }
            }
        }
    }

    /// With AVX-512 one output in sixteen of this convolution is far off on some processors: see `TorchEngine`.
    @Test
    void anImageHasTheSameEmbeddingInABatchAsAlone() {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        Random random = new Random(5);
        TinyNetworks.gaussian(weights, random, 0.5, "w1", 128, 3, 1, 1);
        TinyNetworks.gaussian(weights, random, 0.1, "w2", 512, 128, 1, 1);
        List<Op> ops = List.of(
                new Op.Conv2d("wide", "x", "w1", null, 1, 0, 1),
                new Op.Conv2d("wider", "wide", "w2", null, 1, 0, 1),
                new Op.Flatten("y", "wider"));
        FaceModel model =
                new FaceModel(new Network("wide", "x", 3, 14, ops, "y"), Weights.of(weights), Preprocessing.ARCFACE);
        float[] images = new float[4 * 3 * 14 * 14];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        try (TorchEmbedder embedder = TorchEmbedder.open(model)) {
            float[] inABatch = embedder.embed(images, 4)[3];
            float[] alone = embedder.embed(Arrays.copyOfRange(images, 3 * 3 * 14 * 14, images.length), 1)[0];
            assertThat(largestDifference(inABatch, alone)).isLessThan(1e-4);
        }
    }

    private static double largestDifference(float[] left, float[] right) {
        return IntStream.range(0, left.length)
                .mapToDouble(i -> Math.abs(left[i] - right[i]))
                .max()
                .orElseThrow();
    }

    @Test
    void openEndedClipsLimitOneSideOnly() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(clipped(-0.5, infinity)).containsExactly(-0.5f, 0.25f, 3);
        assertThat(clipped(-infinity, 0.5)).containsExactly(-2, 0.25f, 0.5f);
        assertThat(clipped(-infinity, infinity)).containsExactly(-2, 0.25f, 3);
    }

    private static float[] clipped(double minimum, double maximum) {
        FaceModel model = TinyNetworks.model(
                List.of(new Op.Clip("c", "x", minimum, maximum), new Op.Flatten("y", "c")), Map.of(), "y");
        float[] image = new float[TinyNetworks.PIXELS];
        image[0] = -2;
        image[1] = 0.25f;
        image[2] = 3;
        try (TorchEmbedder embedder = TorchEmbedder.open(model)) {
            return Arrays.copyOf(embedder.embed(image, 1)[0], 3);
        }
    }

    @Test
    void flattenKeepsTheOrderOfChannelsRowsAndColumns() {
        float[] image = new float[TinyNetworks.PIXELS];
        for (int i = 0; i < image.length; i++) {
            image[i] = i;
        }
        try (TorchEmbedder embedder = TorchEmbedder.open(TinyNetworks.withoutWeights())) {
            assertThat(embedder.embed(image, 1)[0]).containsExactly(image);
        }
    }

    @Test
    void aNetworkThatDoesNotEndInAVectorIsRefused() {
        FaceModel model = TinyNetworks.model(List.of(new Op.Relu("y", "x")), Map.of(), "y");

        assertThatThrownBy(() -> TorchEmbedder.open(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add Flatten");
    }

    @Test
    void weightsThatDoNotFitAreRefusedBeforeNativeCodeSeesThem() {
        FaceModel model = TinyNetworks.model(
                List.of(new Op.Conv2d("c", "x", "w", null, 1, 0, 1), new Op.Flatten("y", "c")),
                Map.of("w", Tensor.filled(0, 4, 2, 1, 1)),
                "y");

        assertThatThrownBy(() -> TorchEmbedder.open(model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit 3 channels");
    }

    @Test
    void aWrongCountOfImagesIsRefused() {
        try (TorchEmbedder embedder = TorchEmbedder.open(TinyNetworks.withoutWeights())) {
            FloatBuffer one = FloatBuffer.allocate(TinyNetworks.PIXELS);
            assertThatThrownBy(() -> embedder.embed(one, 2)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theEngineSaysWhatItIs() {
        assertThat(TorchEngine.versions(TrainingDevices.CPU))
                .containsEntry("pytorch", "2.7.1")
                .containsEntry("device", "cpu")
                .containsKeys("djl", "native", "threads");
    }
}

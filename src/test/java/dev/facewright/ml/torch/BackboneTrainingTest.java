package dev.facewright.ml.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.OnnxReader;
import dev.facewright.ml.onnx.OnnxWriter;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One backbone of each family, narrow, through the whole library: trained a few steps, then exported.
class BackboneTrainingTest {
    private static final BackboneOptions NARROW = new BackboneOptions(16, 0.125);
    private static final long[] LABELS = {0, 1, 2, 0};
    private static final int STEPS = 5;

    @ParameterizedTest
    @ValueSource(strings = {"mobilefacenet", "iresnet-18", "mobilenetv3-small", "vit-tiny"})
    void learnsAFewImagesAndComputesTheSameInOnnxRuntime(String name) {
        FaceModel fresh = Backbones.named(name).build(NARROW, 1);
        FloatBuffer images = images();
        Head head = new ArcFace(3, 16, 0.2);
        FaceModel trained;
        OptimiserSettings settings = new OptimiserSettings(0.9, 5e-4, 5);
        TrainingState start = TrainingState.fresh(fresh, head, settings, 1);
        try (TrainingProgram program = TrainingProgram.open(fresh.network(), head, settings, start)) {
            double first = program.step(images, LABELS, 0.02).loss();
            double last = first;
            for (int step = 1; step < STEPS; step++) {
                last = program.step(images, LABELS, 0.02).loss();
            }
            assertThat(last).isLessThan(first - 0.5);
            trained = new FaceModel(fresh.network(), program.state().network(), fresh.preprocessing());
        }
        exportsAlike(trained, images);
    }

    private static void exportsAlike(FaceModel model, FloatBuffer images) {
        float[] pixels = new float[images.remaining()];
        images.duplicate().get(pixels);
        float[][] expected;
        try (TorchEmbedder embedder = TorchEmbedder.open(model)) {
            expected = embedder.embed(images, LABELS.length);
        }
        byte[] plain = OnnxWriter.write(model);
        byte[] deployed = Deployed.of(model).onnx();
        byte[] again = OnnxWriter.write(OnnxReader.read(plain, Preprocessing.ARCFACE));
        for (byte[] onnx : List.of(plain, deployed, again)) {
            try (EmbeddingSession session = EmbeddingSession.open(onnx, 1)) {
                assertAlike(session.embed(pixels, LABELS.length), expected);
            }
        }
    }

    /// Within 1e-4 of the longest value of an embedding.
    private static void assertAlike(float[][] found, float[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            double scale = 0;
            for (float value : expected[i]) {
                scale = Math.max(scale, Math.abs(value));
            }
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(found[i][j] / scale).isCloseTo(expected[i][j] / scale, within(1e-4));
            }
        }
    }

    private static FloatBuffer images() {
        Random random = new Random(3);
        FloatBuffer buffer = ByteBuffer.allocateDirect(LABELS.length * 3 * 112 * 112 * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        while (buffer.hasRemaining()) {
            buffer.put((float) random.nextGaussian() * 0.5f);
        }
        return buffer.flip();
    }
}

package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A MobileFaceNet as PyTorch exported it, from the fixtures folder. Skipped where that folder is absent.
class PretrainedModelTest {
    private static final int IMAGES = 5;
    private static final int IMAGE = 3 * 112 * 112;

    @Test
    void writtenForAnyBatchItAnswersAsTheOriginalDoesOneByOne() throws IOException {
        byte[] original = Files.readAllBytes(fixture("models/mobilefacenet_foamliu_128.onnx"));
        FaceModel model = OnnxReader.read(original, Preprocessing.IMAGENET);
        float[] images = new float[IMAGES * IMAGE];
        Random random = new Random(1);
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        try (EmbeddingSession before = EmbeddingSession.open(original, 1);
                EmbeddingSession after = EmbeddingSession.open(OnnxWriter.write(model), 1)) {
            assertThat(after.dimensions()).isEqualTo(128);
            OnnxWriterTest.assertSame(after.embed(images, IMAGES), before.embed(images, IMAGES), 1e-5f);
        }
    }

    @Test
    void itsPartsHaveTheNamesOfItsModules() throws IOException {
        FaceModel model = OnnxReader.read(
                Files.readAllBytes(fixture("models/mobilefacenet_foamliu_128.onnx")), Preprocessing.IMAGENET);
        assertThat(model.weights().tensors().sequencedKeySet())
                .startsWith("conv1.0.weight", "conv1.0.bias", "dw_conv.depthwise.weight")
                .allMatch(name -> name.matches("[a-z0-9_.]+"));
        assertThat(NetworkCost.of(model.network(), model.weights()).parameters())
                .isBetween(900_000L, 1_100_000L);
    }

    private static Path fixture(String path) {
        String folder = Objects.requireNonNullElse(
                System.getProperty("FACEWRIGHT_FIXTURES", System.getenv("FACEWRIGHT_FIXTURES")), "../shared/data");
        Path file = Path.of(folder, path);
        assumeTrue(
                Files.exists(file), () -> "Skipped: no " + file + "; set FACEWRIGHT_FIXTURES to the fixtures folder");
        return file;
    }
}

package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever the bytes are, the reader either reads a model or throws `UnsupportedOnnx`, soon and in little
/// memory.
@Timeout(60)
class HostileOnnxTest {
    @Test
    void emptyAndForeignFilesAreNoModel() {
        refused(new byte[0], "This is not an ONNX model");
        refused("<html>not a model</html>".getBytes(StandardCharsets.UTF_8), "not an ONNX model");
        refused(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff}, "not an ONNX model");
    }

    @Test
    void aFileCutAnywhereIsRefused() {
        byte[] whole = model();
        for (int length = 0; length < whole.length; length += length < 600 ? 1 : 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            // the graph is one field, so a cut leaves its length wrong; only a cut after it could go unnoticed
            assertThatThrownBy(() -> OnnxReader.read(cut, Preprocessing.ARCFACE))
                    .isInstanceOf(UnsupportedOnnx.class);
        }
    }

    @Test
    void changedBytesGiveAModelOrARefusalAndNothingElse() {
        byte[] whole = model();
        Random random = new Random(5);
        int refused = 0;
        for (int round = 0; round < 6000; round++) {
            byte[] changed = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            }
            refused += isRefused(changed) ? 1 : 0;
        }
        assertThat(refused).isBetween(500, 5999);
    }

    @Test
    void changedStructureGivesAModelOrARefusalAndNothingElse() {
        byte[] whole = model();
        Random random = new Random(6);
        for (int round = 0; round < 3000; round++) {
            byte[] changed = whole.clone();
            int from = random.nextInt(changed.length);
            int to = random.nextInt(changed.length);
            System.arraycopy(whole, from, changed, to, Math.min(40, changed.length - Math.max(from, to)));
            isRefused(changed);
        }
    }

    @Test
    void aFileOfCountlessTinyMessagesIsNotTurnedIntoObjects() {
        // graph { node {} node {} ... }: two bytes each, a hundred once parsed
        int nodes = 2_000_000;
        byte[] empty = new byte[2 * nodes];
        for (int i = 0; i < nodes; i++) {
            empty[2 * i] = 1 << 3 | 2;
        }
        refused(field(7, empty), "more than 1000000 fields");
    }

    @Test
    void deepNestingIsRefusedBeforeItFillsTheStack() {
        // a graph in an attribute of a node of a graph, and so on
        byte[] nested = new byte[0];
        for (int level = 0; level < 200; level++) {
            nested = field(1, field(5, field(6, nested)));
        }
        refused(field(7, nested), "nests more than 24 levels");
    }

    @Test
    void aSmallFileCannotAskForManyLargeWeights() {
        HandMadeGraph graph = new HandMadeGraph();
        graph.constant("w", Tensor.filled(0, 3000, 3, 1, 1));
        graph.constant("slope", Tensor.vector(0.5f));
        graph.node("Conv", List.of("pixels", "w"), "x0");
        for (int i = 0; i < 200; i++) {
            graph.constant("slope" + i, Tensor.vector(0.5f));
            graph.node("PRelu", List.of("x" + i, "slope" + i), "x" + (i + 1));
        }
        refused(graph.output("x200", 3000).bytes(), "grow beyond");
    }

    @Test
    void aMapTooLargeToComputeIsRefused() {
        HandMadeGraph graph = new HandMadeGraph();
        graph.graph.clearInput().addInput(Protos.floats("pixels", "N", 3, 1024, 1024));
        graph.constant("w", Tensor.filled(0, 100, 3, 1, 1));
        refused(
                graph.node("Conv", List.of("pixels", "w"), "x").output("x", 1).bytes(),
                "[100, 1024, 1024] values an image");
    }

    private static byte[] model() {
        FaceModel model = new TinyNetwork(4)
                .conv(3, 4, 3, 2, 1, 1, false)
                .norm(4)
                .prelu(4)
                .flatten()
                .linear(64, 3, true)
                .model();
        return OnnxWriter.write(model);
    }

    /// True for a refusal; any other throwable fails the test.
    private static boolean isRefused(byte[] bytes) {
        try {
            OnnxReader.read(bytes, Preprocessing.ARCFACE);
            return false;
        } catch (UnsupportedOnnx expected) {
            assertThat(expected.getMessage()).isNotBlank().doesNotContain("\n");
            return true;
        }
    }

    private static void refused(byte[] bytes, String part) {
        assertThatThrownBy(() -> OnnxReader.read(bytes, Preprocessing.ARCFACE))
                .isInstanceOf(UnsupportedOnnx.class)
                .hasMessageContaining(part);
    }

    private static byte[] field(int number, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(number << 3 | 2);
        int length = content.length;
        for (; length > 0x7f; length >>>= 7) {
            out.write(length & 0x7f | 0x80);
        }
        out.write(length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}

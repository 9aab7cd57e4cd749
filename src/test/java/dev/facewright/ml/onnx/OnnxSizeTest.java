package dev.facewright.ml.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OnnxSizeTest {
    static List<String> backbones() {
        return Backbones.names();
    }

    @ParameterizedTest
    @MethodSource("backbones")
    void whatIsExportedOfEveryBackboneCanBeReadBack(String name) {
        BackboneOptions options = new BackboneOptions(512, 1, Activation.PRELU, 8);
        long weights = 4 * Backbones.named(name).plan(options).cost().parameters();

        // Norms' statistics, or the factors of a rewritten PReLU, add less than a tenth.
        assertThat(weights + weights / 10).isLessThan(OnnxReader.MAXIMUM_BYTES);
    }

    @Test
    void aModelThatCouldNotBeReadBackIsNotWritten() {
        // One tensor of 64 MB under many names: what counts is what the file would hold.
        int width = 4096;
        Tensor square = Tensor.filled(0, width, width);
        assertThatThrownBy(() -> OnnxWriter.write(chain(width, square, 17)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("chain takes 11", "bytes as ONNX", "1073741824 can be read back");
    }

    @Test
    void weightsAreCopiedOnceWhenRead() {
        int width = 1024;
        byte[] file = OnnxWriter.write(chain(width, Tensor.filled(0, width, width), 4));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        OnnxReader.read(file, Preprocessing.ARCFACE);

        long before = threads.getCurrentThreadAllocatedBytes();
        OnnxReader.read(file, Preprocessing.ARCFACE);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(file.length).isGreaterThan(16 << 20);
        assertThat(allocated).isLessThan(file.length + (file.length >> 2));
    }

    /// Linear layers in a row.
    private static FaceModel chain(int width, Tensor square, int layers) {
        int side = 2;
        List<Op> ops = new ArrayList<>(List.of(new Op.Flatten("flat", "x")));
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("first", Tensor.filled(0, width, 3 * side * side));
        ops.add(new Op.Linear("l0", "flat", "first", null));
        for (int layer = 1; layer <= layers; layer++) {
            weights.put("w" + layer, square);
            ops.add(new Op.Linear("l" + layer, "l" + (layer - 1), "w" + layer, null));
        }
        Network network = new Network("chain", "x", 3, side, ops, "l" + layers);
        return new FaceModel(network, Weights.of(weights), Preprocessing.ARCFACE);
    }
}

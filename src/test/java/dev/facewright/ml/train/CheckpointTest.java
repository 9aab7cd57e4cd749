package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.train.Progress.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private final Checkpoint checkpoint = new Checkpoint(
            new Progress(2, 17, 217, new Tally(1.25, 3, 136), new Tally(0.5, 700, 800)),
            new Adjustments(0.5, 4),
            new Numerics(Map.of("device", "cpu", "threads", "2")),
            "0123abcd",
            TinyFaces.network(),
            Weights.of(Map.of("head:centres", Tensor.filled(0.5f, 4, 16))),
            Weights.of(Map.of("conv.w", Tensor.vector(1, -0.0f, Float.MIN_VALUE))));

    @Test
    void itsBytesHoldAllOfIt() throws IOException {
        assertThat(Checkpoint.fromBytes(checkpoint.toBytes())).isEqualTo(checkpoint);
    }

    @Test
    void damageAndTruncationAreNoticed() {
        byte[] good = checkpoint.toBytes();
        for (int place = 0; place < good.length; place += 997) {
            byte[] changed = good.clone();
            changed[place] ^= 64;
            assertThatThrownBy(() -> Checkpoint.fromBytes(changed))
                    .as("byte " + place)
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> Checkpoint.fromBytes(Arrays.copyOf(good, good.length - 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut short");
    }

    @Test
    void aModelFileIsNotACheckpoint() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FaceModelFile.write(checkpoint.model(), out);

        assertThatThrownBy(() -> Checkpoint.fromBytes(out.toByteArray()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a FWCHECK file");
    }
}

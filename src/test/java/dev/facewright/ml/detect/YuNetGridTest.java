package dev.facewright.ml.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class YuNetGridTest {
    /// One row of three cells at stride 16; only the last has a face: cls 0.9, obj 0.4, so its score is 0.6.
    private static YuNetGrid grid() {
        FloatBuffer cls = FloatBuffer.wrap(new float[] {0.1f, 0.9f, 0.9f});
        FloatBuffer obj = FloatBuffer.wrap(new float[] {0.9f, 0.1f, 0.4f});
        FloatBuffer bbox = FloatBuffer.allocate(12);
        bbox.put(8, new float[] {0.5f, -0.25f, (float) Math.log(2), (float) Math.log(3)});
        FloatBuffer kps = FloatBuffer.allocate(30);
        kps.put(20, new float[] {-1, 0.5f, 1, 0.5f, 0, 1, -0.5f, 1.5f, 0.5f, 1.5f});
        return new YuNetGrid(16, 3, cls, obj, bbox, kps);
    }

    @Test
    void aCellIsDecodedAsItsAuthorsDo() {
        List<DetectedFace> faces = new ArrayList<>();
        grid().collect(0.59, faces);

        assertThat(faces).hasSize(1);
        DetectedFace face = faces.getFirst();
        assertThat(face.score()).isEqualTo(0.6f, within(1e-6f));
        assertThat(face.width()).isEqualTo(32, within(1e-4f));
        assertThat(face.height()).isEqualTo(48, within(1e-4f));
        assertThat(face.x()).isEqualTo(2.5f * 16 - 16, within(1e-4f));
        assertThat(face.y()).isEqualTo(-0.25f * 16 - 24, within(1e-4f));
        assertThat(face.landmarks().xy()).containsExactly(16, 8, 48, 8, 32, 16, 24, 24, 40, 24);
    }

    @Test
    void facesBelowTheThresholdAreLeftOut() {
        List<DetectedFace> faces = new ArrayList<>();
        grid().collect(0.61, faces);

        assertThat(faces).isEmpty();
    }
}

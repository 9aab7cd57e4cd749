package dev.facewright.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Preprocessing.ChannelOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class PreprocessTest {
    private static final int PLANE = 112 * 112;

    @Test
    void pixelsBecomeChannelPlanesInTheNetworksOrder() {
        byte[] crop = new byte[CropSource.CROP_BYTES];
        crop[(2 * 112 + 5) * 3] = (byte) 255;
        float[] rgb = new float[3 * PLANE];
        float[] bgr = new float[3 * PLANE];

        Preprocess.toTensor(crop, Preprocessing.ARCFACE, rgb, 0);
        Preprocessing reversed =
                new Preprocessing(ChannelOrder.BGR, Preprocessing.ARCFACE.mean(), Preprocessing.ARCFACE.deviation());
        Preprocess.toTensor(crop, reversed, bgr, 0);

        assertThat(rgb[2 * 112 + 5]).isEqualTo(1);
        assertThat(rgb[PLANE + 2 * 112 + 5]).isEqualTo(-1);
        assertThat(bgr[2 * 112 + 5]).isEqualTo(-1);
        assertThat(bgr[2 * PLANE + 2 * 112 + 5]).isEqualTo(1);
    }

    @Test
    void meanAndDeviationBelongToTheirChannel() {
        byte[] crop = new byte[CropSource.CROP_BYTES];
        crop[0] = (byte) 128;
        float[] tensor = new float[3 * PLANE];

        Preprocess.toTensor(crop, Preprocessing.IMAGENET, tensor, 0);

        assertThat(tensor[0]).isEqualTo((float) ((128 / 255.0 - 0.485) / 0.229), within(1e-6f));
        assertThat(tensor[2 * PLANE]).isEqualTo((float) (-0.406 / 0.225), within(1e-6f));
    }

    @Test
    void aSecondImageGoesBehindTheFirstAndTheBuffersPositionStays() {
        FloatBuffer target = FloatBuffer.allocate(2 * 3 * PLANE);

        Preprocess.toTensor(new byte[CropSource.CROP_BYTES], Preprocessing.ARCFACE, target, 3 * PLANE);

        assertThat(target.position()).isZero();
        assertThat(target.get(0)).isZero();
        assertThat(target.get(3 * PLANE)).isEqualTo(-1);
    }

    @Test
    void aCropOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> Preprocess.toTensor(new byte[10], Preprocessing.ARCFACE, new float[10], 0))
                .hasMessageContaining("37632");
    }
}

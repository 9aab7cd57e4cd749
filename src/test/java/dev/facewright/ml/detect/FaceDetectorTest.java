package dev.facewright.ml.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.detect.YuNet.UnsupportedDetector;
import dev.facewright.ml.image.FaceAligner;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaceDetectorTest {
    @Test
    void ofBoxesOnOneFaceTheMostConfidentStays() {
        DetectedFace weak = face(10, 10, 40, 0.7f);
        DetectedFace strong = face(14, 12, 40, 0.9f);
        DetectedFace elsewhere = face(100, 10, 40, 0.65f);

        assertThat(OverlapFilter.keepBest(List.of(weak, elsewhere, strong), 0.3))
                .containsExactly(strong, elsewhere);
    }

    @Test
    void overlapIsIntersectionOverUnion() {
        assertThat(face(0, 0, 10, 1).overlap(face(5, 0, 10, 1))).isEqualTo(50f / 150, within(1e-6f));
        assertThat(face(0, 0, 10, 1).overlap(face(10, 0, 10, 1))).isZero();
    }

    @Test
    void theLargeCentralFaceIsTheOneAnImageIsAbout() {
        DetectedFace central = face(80, 80, 90, 0.8f);
        DetectedFace largeAtTheRim = face(-40, -40, 100, 0.95f);
        DetectedFace smallBystander = face(120, 20, 30, 0.99f);

        assertThat(FaceDetector.pick(List.of(largeAtTheRim, smallBystander, central), 250, 250))
                .contains(central);
        assertThat(FaceDetector.pick(List.of(), 250, 250)).isEmpty();
    }

    @Test
    void bytesThatAreNoModelAreRefusedWithWhatWouldDo() {
        byte[] noModel = "not a model".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> YuNet.open(noModel, YuNet.Options.DEFAULT))
                .isInstanceOf(UnsupportedDetector.class)
                .hasMessageContaining("YuNet");
    }

    @Test
    void anotherNetworkIsRefusedWithTheOutputsItLacks() {
        assertThatThrownBy(() -> YuNet.open(OtherNetwork.onnx(), YuNet.Options.DEFAULT))
                .isInstanceOf(UnsupportedDetector.class)
                .hasMessageContaining("cls_8");
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new YuNet.Options(60, 0.3, 1, 640, 1)).hasMessageContaining("thresholds");
        assertThatThrownBy(() -> new YuNet.Options(0.6, 0.3, 700, 640, 1)).hasMessageContaining("maxSide");
    }

    private static DetectedFace face(float x, float y, float side, float score) {
        return new DetectedFace(x, y, side, side, score, FaceAligner.TEMPLATE);
    }
}

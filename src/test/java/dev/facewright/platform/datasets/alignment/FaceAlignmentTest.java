package dev.facewright.platform.datasets.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.ImageView.Alignment;
import dev.facewright.platform.datasets.Pictures;
import dev.facewright.platform.datasets.RefusalReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway") // hands in nothing on purpose
class FaceAlignmentTest {
    private static final Landmarks5 POINTS = Landmarks5.of(80, 80, 120, 80, 100, 100, 85, 130, 115, 130);

    private final FaceAlignment without = alignment(null);

    @Test
    void aCropIsTakenAsItIsUnlessAskedOtherwise() {
        RgbImage crop = Pictures.noise(1, 112, 112);
        assertThat(without.align(crop, null)).isEqualTo(crop);
        assertThat(without.crop(crop, null, false).alignment()).isEqualTo(Alignment.AS_GIVEN);
        refuses(RefusalReason.NO_DETECTOR, () -> without.crop(crop, null, true));
    }

    @Test
    void landmarksNeedNoDetector() {
        var crop = without.crop(Pictures.noise(2, 200, 200), POINTS, true);
        assertThat(crop.alignment()).isEqualTo(Alignment.LANDMARKS);
        assertThat(crop.detectedBy()).isNull();
        assertThat(crop.image().width()).isEqualTo(112);
    }

    @Test
    void landmarksThatMakeNoSenseAreRefused() {
        RgbImage image = Pictures.noise(3, 200, 200);
        var outside = Landmarks5.of(80, 80, 120, 80, 100, 100, 85, 130, 115, 200);
        var inOnePlace = Landmarks5.of(9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        refuses(RefusalReason.BAD_LANDMARKS, () -> without.align(image, outside));
        refuses(RefusalReason.BAD_LANDMARKS, () -> without.align(image, inOnePlace));
        refuses(RefusalReason.NO_DETECTOR, () -> without.align(image, null));
    }

    @Test
    void aDetectorThatCannotBeReadIsNamedAtStart(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.onnx");
        assertThatThrownBy(() -> alignment(missing))
                .hasMessageContaining("missing.onnx")
                .hasMessageContaining("facewright.alignment.detector");
        Path wrong = Files.write(folder.resolve("wrong.onnx"), new byte[100]);
        assertThatThrownBy(() -> alignment(wrong)).hasMessageContaining("YuNet");
    }

    @Test
    void theConfiguredDetectorFindsAFaceAndNoneInNoise() throws IOException {
        Path fixtures = Path.of(Objects.requireNonNullElse(
                System.getProperty("FACEWRIGHT_FIXTURES", System.getenv("FACEWRIGHT_FIXTURES")), "../shared/data"));
        Path model = fixtures.resolve("models/yunet_n_dynamic.onnx");
        Path photograph = fixtures.resolve("lfw/images/AJ_Cook/AJ_Cook_0001.jpg");
        Assumptions.assumeTrue(
                Files.exists(model) && Files.exists(photograph),
                () -> "Skipped: no " + model + "; set FACEWRIGHT_FIXTURES to the fixtures folder");
        FaceAlignment with = alignment(model);
        RgbImage image = ImageDecoder.decode(Files.readAllBytes(photograph), ImageLimits.DEFAULT)
                .image();
        var crop = with.crop(image, null, false);
        assertThat(crop.alignment()).isEqualTo(Alignment.DETECTED);
        assertThat(crop.detectedBy()).startsWith("yunet_n_dynamic.onnx@").isEqualTo(with.detectorName());
        refuses(RefusalReason.NO_FACE, () -> with.align(Pictures.noise(4, 250, 250), null));
    }

    private static FaceAlignment alignment(Path model) {
        return new FaceAlignment(new ConfiguredDetector(new AlignmentSettings(model, 0.6f, 640, 0.6f, 10)));
    }

    private static void refuses(RefusalReason reason, Runnable alignment) {
        assertThatThrownBy(alignment::run)
                .isInstanceOfSatisfying(
                        AlignmentRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}

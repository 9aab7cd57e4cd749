package dev.facewright.ml.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.ml.image.Similarity;
import dev.facewright.ml.synth.Scene;
import dev.facewright.ml.synth.SyntheticFace;
import dev.facewright.ml.synth.SyntheticIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Needs the detector and the photographs of the fixtures folder, and skips without them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFacesTest {
    private FaceDetector detector;

    @BeforeAll
    void openDetector() throws IOException {
        detector = YuNet.open(Files.readAllBytes(fixture("models/yunet_n_dynamic.onnx")), YuNet.Options.DEFAULT);
    }

    @AfterAll
    void closeDetector() {
        if (detector != null) {
            detector.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AJ_Cook", "Aaron_Eckhart", "Abdullah_Gul", "Angelina_Jolie", "Zico"})
    void theFaceThatIsPickedLiesInTheMiddleOfALabelledImage(String person) throws IOException {
        RgbImage image = read("lfw/images/" + person + "/" + person + "_0001.jpg");

        DetectedFace face = FaceDetector.pick(detector.detect(image), image.width(), image.height())
                .orElseThrow();

        assertThat(face.x() + face.width() / 2).isEqualTo(125, within(20f));
        assertThat(face.y() + face.height() / 2).isEqualTo(125, within(20f));
        assertThat(face.width()).isBetween(60f, 130f);
    }

    @Test
    void inAnAlignedCropTheDetectorFindsThePointsWhereAlignmentPutThem() throws IOException {
        RgbImage image = read("lfw/images/Aaron_Eckhart/Aaron_Eckhart_0001.jpg");
        Landmarks5 landmarks = detector.detect(image).getFirst().landmarks();
        Similarity similarity = Similarity.between(landmarks.xy(), FaceAligner.TEMPLATE.xy());

        RgbImage crop = FaceAligner.align(image, landmarks);

        float[] expected = similarity.apply(landmarks.xy());
        float[] found = detector.detect(crop).getFirst().landmarks().xy();
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).isEqualTo(expected[i], within(5f));
        }
        assertThat(found[0]).isEqualTo(FaceAligner.TEMPLATE.x(0), within(5f));
        assertThat(found[2]).isEqualTo(FaceAligner.TEMPLATE.x(1), within(5f));
    }

    @Test
    void smallGreyImagesAreFoundToo() throws IOException {
        RgbImage image = read("orl/s11/6.pgm");
        assertThat(image.width()).isEqualTo(92);
        assertThat(image.height()).isEqualTo(112);

        assertThat(detector.detect(image)).hasSize(1);
    }

    @Test
    void syntheticFacesAreFacesToADetectorAndItsPointsAgreeWithOurs() {
        int found = 0;
        double off = 0;
        for (int seed = 0; seed < 20; seed++) {
            SyntheticFace face = SyntheticFace.render(SyntheticIdentity.of(seed), Scene.frontal(seed), 160);
            List<DetectedFace> faces = detector.detect(face.image());
            if (!faces.isEmpty()) {
                found++;
                off += distance(
                        faces.getFirst().landmarks().xy(), face.landmarks5().xy());
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(19);
        assertThat(off / found).isLessThan(4);
    }

    @Test
    void everyoneOfARowIsCountedAndNobodyIsFoundWherePaintIs() {
        int counted = 0;
        int hidden = 0;
        for (int seed = 0; seed < 12; seed++) {
            RgbImage row = row(seed, 3);
            Faces faces = new Faces(detector.detect(row)).counted(0.6, 10);
            if (faces.count() == 3) {
                counted++;
                DetectedFace own = faces.leftToRight().get(1);
                List<DetectedFace> left = detector.detect(faces.coveredBesides(row, own));
                hidden += left.size() == 1 && Math.abs(left.getFirst().x() - own.x()) < 10 ? 1 : 0;
            }
        }
        assertThat(counted).isGreaterThanOrEqualTo(10);
        assertThat(hidden).isEqualTo(counted);
    }

    @Test
    void aFaceAloneIsCountedOnce() throws IOException {
        for (String person : List.of("AJ_Cook", "Aaron_Eckhart", "Abdullah_Gul", "Zico")) {
            RgbImage image = read("lfw/images/" + person + "/" + person + "_0001.jpg");
            DetectedFace face = FaceDetector.pick(detector.detect(image), image.width(), image.height())
                    .orElseThrow();
            RgbImage crop = FaceAligner.align(image, face.landmarks());
            assertThat(new Faces(detector.detect(crop)).count()).as(person).isEqualTo(1);
        }
    }

    /// People side by side.
    private static RgbImage row(int seed, int people) {
        int side = 160;
        RgbImage row = RgbImage.black(side * people, side);
        for (int i = 0; i < people; i++) {
            RgbImage face = SyntheticFace.render(
                            SyntheticIdentity.of(100 * seed + i), Scene.frontal(100 * seed + i), side)
                    .image();
            for (int y = 0; y < side; y++) {
                System.arraycopy(
                        face.pixels(), y * side * 3, row.pixels(), (y * side * people + i * side) * 3, side * 3);
            }
        }
        return row;
    }

    private static double distance(float[] first, float[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i += 2) {
            sum += Math.hypot(first[i] - second[i], first[i + 1] - second[i + 1]);
        }
        return sum / 5;
    }

    private static RgbImage read(String name) throws IOException {
        return ImageDecoder.decode(Files.readAllBytes(fixture(name)), ImageLimits.DEFAULT)
                .image();
    }

    private static Path fixture(String name) {
        String folder = Objects.requireNonNullElse(
                System.getProperty("FACEWRIGHT_FIXTURES", System.getenv("FACEWRIGHT_FIXTURES")), "../shared/data");
        Path file = Path.of(folder, name);
        assumeTrue(
                Files.exists(file), () -> "Skipped: no " + file + "; set FACEWRIGHT_FIXTURES to the fixtures folder");
        return file;
    }
}

package dev.facewright.ml.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacesTest {
    private static final RgbImage WHITE = white(200, 100);

    @Test
    void aFaceSeenTwiceIsOneFace() {
        DetectedFace face = face(10, 10, 60, 0.9f);
        DetectedFace again = face(20, 20, 30, 0.7f);
        DetectedFace behind = face(60, 10, 20, 0.7f);
        assertThat(new Faces(List.of(face, again, behind)).all()).containsExactly(face, behind);
    }

    @Test
    void facesCountByTheirScoreAndTheirLongerSide() {
        DetectedFace clear = face(10, 10, 60, 0.9f);
        DetectedFace doubtful = face(100, 10, 60, 0.5f);
        DetectedFace small = face(180, 10, 9, 0.9f);
        Faces faces = new Faces(List.of(clear, doubtful, small));
        assertThat(faces.counted(0.6, 10).all()).containsExactly(clear);
        assertThat(faces.counted(0.4, 10).all()).containsExactly(clear, doubtful);
        assertThat(faces.counted(0.6, 9).all()).containsExactly(clear, small);
    }

    @Test
    void landmarksAreOfTheFaceTheirMiddleLiesIn() {
        DetectedFace left = face(10, 10, 60, 0.9f);
        DetectedFace right = face(100, 10, 60, 0.9f);
        Faces faces = new Faces(List.of(left, right));
        assertThat(faces.besides(left.landmarks())).containsExactly(right);
        assertThat(faces.besides(Landmarks5.of(80, 80, 85, 80, 82, 85, 80, 90, 85, 90)))
                .containsExactly(left, right);
        assertThat(faces.leftToRight()).containsExactly(left, right);
    }

    @Test
    void theOthersArePaintedOverWithTheirHeadsAndTheOwnFaceIsLeftAsItIs() {
        DetectedFace own = face(10, 20, 60, 0.9f);
        DetectedFace other = face(110, 20, 60, 0.9f);
        RgbImage covered = new Faces(List.of(own, other)).coveredBesides(WHITE, own);
        for (int y = 0; y < covered.height(); y++) {
            for (int x = 0; x < covered.width(); x++) {
                boolean reach = x >= 98 && x < 182 && y >= 8 && y < 92;
                assertThat(covered.at(x, y, 1)).as(x + "," + y).isEqualTo(reach ? 128 : 255);
            }
        }
        assertThat(WHITE.at(140, 50, 0)).as("the picture itself").isEqualTo(255);
    }

    @Test
    void whereTwoOverlapEachKeepsItsHalf() {
        DetectedFace own = face(20, 20, 60, 0.9f);
        DetectedFace other = face(60, 20, 60, 0.9f);
        RgbImage covered = new Faces(List.of(own, other)).coveredBesides(WHITE, own);
        assertThat(covered.at(68, 50, 0)).isEqualTo(255);
        assertThat(covered.at(72, 50, 0)).isEqualTo(128);
    }

    private static DetectedFace face(float x, float y, float side, float score) {
        Landmarks5 points = FaceAligner.TEMPLATE.transformed(side / FaceAligner.SIDE, x, y);
        return new DetectedFace(x, y, side, side, score, points);
    }

    private static RgbImage white(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        Arrays.fill(pixels, (byte) 255);
        return new RgbImage(width, height, pixels);
    }
}

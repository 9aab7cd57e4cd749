package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.ml.synth.Scene.Expression;
import dev.facewright.ml.synth.Scene.Glasses;
import dev.facewright.ml.synth.Scene.Light;
import dev.facewright.ml.synth.Scene.Occlusion;
import dev.facewright.ml.synth.Scene.Pose;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SyntheticFaceTest {
    private static final SyntheticIdentity PERSON = SyntheticIdentity.of(8);
    private static final Scene PLAIN = Scene.frontal(3);

    @Test
    void theSameSeedsGiveTheSamePersonSceneAndPixels() {
        SyntheticFace first = SyntheticFace.render(SyntheticIdentity.of(5), Scene.random(9), 64);
        SyntheticFace second = SyntheticFace.render(SyntheticIdentity.of(5), Scene.random(9), 64);

        assertThat(second.image()).isEqualTo(first.image());
        assertThat(second.landmarks68()).isEqualTo(first.landmarks68());
        assertThat(SyntheticIdentity.of(5)).isEqualTo(SyntheticIdentity.of(5)).isNotEqualTo(SyntheticIdentity.of(6));
    }

    /// Recorded from this renderer. Only arithmetic, square roots and StrictMath are used, so every platform
    /// must agree.
    @Test
    void aFaceIsTheSameOnEveryPlatform() throws NoSuchAlgorithmException {
        byte[] pixels =
                SyntheticFace.render(PERSON, Scene.random(1), 96).image().pixels();

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(pixels);
        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("0bd765193d894ff341725411a141ad8a7dd98a9d19d315d1d4ae1644922d92cb");
    }

    @Test
    void aFrontalFaceHasItsLandmarksInTheOrderOfIbug() {
        float[] xy = SyntheticFace.render(PERSON, PLAIN, 160).landmarks68();

        for (int i = 0; i < 8; i++) {
            assertThat(x(xy, i)).as("jaw left to right").isLessThan(x(xy, 16 - i));
            assertThat(y(xy, i)).as("jaw down to the chin").isLessThan(y(xy, i + 1));
        }
        assertThat(IntStream.range(17, 26)).allMatch(i -> x(xy, i) < x(xy, i + 1));
        assertThat(IntStream.range(27, 30)).allMatch(i -> y(xy, i) < y(xy, i + 1));
        assertThat(IntStream.range(31, 35)).allMatch(i -> x(xy, i) < x(xy, i + 1));
        assertThat(x(xy, 36)).isLessThan(x(xy, 39)).isLessThan(x(xy, 42));
        assertThat(x(xy, 42)).isLessThan(x(xy, 45));
        assertThat(y(xy, 37)).isLessThan(y(xy, 41));
        assertThat(y(xy, 44)).isLessThan(y(xy, 46));
        assertThat(y(xy, 51)).isLessThan(y(xy, 57));
        assertThat(y(xy, 62)).isLessThanOrEqualTo(y(xy, 66) + 1e-3f);
        assertThat(y(xy, 19))
                .isLessThan(y(xy, 37))
                .isLessThan(y(xy, 30))
                .isLessThan(y(xy, 51))
                .isLessThan(y(xy, 8));
    }

    @Test
    void landmarksLieOnWhatIsDrawn() {
        SyntheticFace face = SyntheticFace.render(PERSON, PLAIN, 256);
        float[] xy = face.landmarks68();
        double cheek = grey(face, (x(xy, 36) + x(xy, 48)) / 2, (y(xy, 30) + y(xy, 36)) / 2);

        assertThat(darkestNear(face, (x(xy, 37) + x(xy, 38)) / 2, (y(xy, 37) + y(xy, 38)) / 2))
                .as("lashes")
                .isLessThan(0.5 * cheek);
        assertThat(grey(face, x(xy, 19), y(xy, 19))).as("brow").isLessThan(0.85 * cheek);
        assertThat(redness(face, x(xy, 57), (y(xy, 57) + y(xy, 66)) / 2))
                .as("lower lip")
                .isGreaterThan(redness(face, x(xy, 57), y(xy, 57) + 12));
        assertThat(grey(face, x(xy, 8), y(xy, 8) + 9))
                .as("under the chin")
                .isLessThan(grey(face, x(xy, 8), y(xy, 8) - 9));
    }

    @Test
    void turningTheHeadMovesTheNoseTowardsTheCheekItTurnsTo() {
        float[] front = SyntheticFace.render(PERSON, PLAIN, 128).landmarks68();
        float[] right = SyntheticFace.render(PERSON, PLAIN.withPose(new Pose(30, 0, 0)), 128)
                .landmarks68();
        float[] up = SyntheticFace.render(PERSON, PLAIN.withPose(new Pose(0, 20, 0)), 128)
                .landmarks68();
        float[] rolled = SyntheticFace.render(PERSON, PLAIN.withPose(new Pose(0, 0, 20)), 128)
                .landmarks68();

        assertThat(noseShare(front)).isEqualTo(0.5, within(0.01));
        assertThat(noseShare(right)).isGreaterThan(0.75);
        assertThat(y(up, 30) - y(up, 27)).isLessThan(y(front, 30) - y(front, 27));
        assertThat(y(rolled, 45))
                .as("image right eye of a head rolled clockwise")
                .isGreaterThan(y(rolled, 36) + 5);
    }

    @Test
    void expressionsMoveTheLandmarksTheyShould() {
        float[] neutral = landmarks(Expression.NEUTRAL);
        float[] open = landmarks(new Expression(0, 1, 0, 0, 0, 0));
        float[] smiling = landmarks(new Expression(1, 0, 0, 0, 0, 0));
        float[] asleep = landmarks(new Expression(0, 0, 0, 1, 0, 0));
        float[] surprised = landmarks(new Expression(0, 0, 1, 0, 0, 0));

        assertThat(y(open, 66) - y(open, 62)).isGreaterThan(y(neutral, 66) - y(neutral, 62) + 6);
        assertThat(y(open, 8)).isGreaterThan(y(neutral, 8) + 4);
        assertThat(x(smiling, 54) - x(smiling, 48)).isGreaterThan(x(neutral, 54) - x(neutral, 48) + 3);
        assertThat(y(smiling, 48)).isLessThan(y(neutral, 48));
        assertThat(y(asleep, 41) - y(asleep, 37)).isLessThan(0.4f * (y(neutral, 41) - y(neutral, 37)));
        assertThat(y(surprised, 19)).isLessThan(y(neutral, 19));
    }

    @Test
    void lightFallsFromTheSideItShould() {
        SyntheticFace left = SyntheticFace.render(PERSON, PLAIN.withLight(new Light(-60, 10, 0.9, 0.2, 0)), 96);
        SyntheticFace right = SyntheticFace.render(PERSON, PLAIN.withLight(new Light(60, 10, 0.9, 0.2, 0)), 96);

        assertThat(cheek(left, true)).isGreaterThan(cheek(left, false) + 20);
        assertThat(cheek(right, false)).isGreaterThan(cheek(right, true) + 20);
    }

    @Test
    void whatIsWornCoversWhatItShouldAndLeavesTheRest() {
        SyntheticFace bare = SyntheticFace.render(PERSON, PLAIN, 128);
        SyntheticFace masked = worn(new Occlusion(Glasses.NONE, true, false));
        SyntheticFace darkGlasses = worn(new Occlusion(Glasses.DARK, false, false));

        assertThat(masked.landmarks68()).isEqualTo(bare.landmarks68());
        assertThat(change(bare, masked, 57)).isGreaterThan(25);
        assertThat(change(bare, masked, 27)).isZero();
        assertThat(change(bare, darkGlasses, 41)).isGreaterThan(25);
        assertThat(change(bare, darkGlasses, 57)).isZero();
    }

    @Test
    void thePictureNotThePersonDecidesClothesAndBackground() {
        RgbImage first = SyntheticFace.render(PERSON, PLAIN, 64).image();
        RgbImage second =
                SyntheticFace.render(SyntheticIdentity.of(30), PLAIN, 64).image();

        assertThat(second.at(1, 1, 0)).isEqualTo(first.at(1, 1, 0));
        assertThat(second.at(32, 32, 0)).isNotEqualTo(first.at(32, 32, 0));
    }

    /// Nearest neighbours by plain pixels of aligned crops: far from what a network does, yet identity must
    /// already show.
    @Test
    void aPersonResemblesThemselvesMoreThanOthersAcrossScenes() {
        List<byte[]> gallery =
                IntStream.range(0, 20).mapToObj(id -> crop(id, 1000 + id)).toList();
        long recognised = IntStream.range(0, 20)
                .filter(id -> nearest(crop(id, 2000 + id), gallery) == id)
                .count();

        assertThat(recognised).isGreaterThanOrEqualTo(8).isLessThan(20);
    }

    @Test
    void aSizeThatCannotBeRenderedIsRefused() {
        assertThatThrownBy(() -> SyntheticFace.render(PERSON, PLAIN, 8)).hasMessageContaining("32 to 1024");
    }

    private static byte[] crop(long person, long scene) {
        SyntheticFace face = SyntheticFace.render(SyntheticIdentity.of(person), Scene.random(scene), 112);
        return FaceAligner.align(face.image(), face.landmarks5()).pixels();
    }

    private static int nearest(byte[] probe, List<byte[]> gallery) {
        return IntStream.range(0, gallery.size())
                .boxed()
                .min((a, b) -> Long.compare(distance(probe, gallery.get(a)), distance(probe, gallery.get(b))))
                .orElseThrow();
    }

    private static long distance(byte[] first, byte[] second) {
        long sum = 0;
        for (int i = 0; i < first.length; i++) {
            int difference = (first[i] & 0xff) - (second[i] & 0xff);
            sum += (long) difference * difference;
        }
        return sum;
    }

    private static float[] landmarks(Expression expression) {
        return SyntheticFace.render(PERSON, PLAIN.withExpression(expression), 200)
                .landmarks68();
    }

    private static SyntheticFace worn(Occlusion occlusion) {
        return SyntheticFace.render(PERSON, PLAIN.withOcclusion(occlusion), 128);
    }

    private static double change(SyntheticFace first, SyntheticFace second, int landmark) {
        float[] xy = first.landmarks68();
        return Math.abs(grey(first, x(xy, landmark), y(xy, landmark)) - grey(second, x(xy, landmark), y(xy, landmark)));
    }

    private static double cheek(SyntheticFace face, boolean left) {
        float[] xy = face.landmarks68();
        int corner = left ? 36 : 45;
        return grey(face, x(xy, corner), y(xy, 33));
    }

    private static double noseShare(float[] xy) {
        return (x(xy, 30) - x(xy, 2)) / (x(xy, 14) - x(xy, 2));
    }

    private static double grey(SyntheticFace face, double x, double y) {
        int px = (int) x;
        int py = (int) y;
        return (face.image().at(px, py, 0)
                        + face.image().at(px, py, 1)
                        + face.image().at(px, py, 2))
                / 3.0;
    }

    private static double darkestNear(SyntheticFace face, double x, double y) {
        return IntStream.range(0, 25)
                .mapToDouble(i -> grey(face, x + i % 5 - 2, y + i / 5 - 2))
                .min()
                .orElseThrow();
    }

    private static double redness(SyntheticFace face, double x, double y) {
        int px = (int) x;
        int py = (int) y;
        return (double) face.image().at(px, py, 0) / (face.image().at(px, py, 1) + 1);
    }

    private static float x(float[] xy, int point) {
        return xy[2 * point];
    }

    private static float y(float[] xy, int point) {
        return xy[2 * point + 1];
    }
}

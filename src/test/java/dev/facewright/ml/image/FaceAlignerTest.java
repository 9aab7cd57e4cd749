package dev.facewright.ml.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FaceAlignerTest {
    private static final Offset<Float> NEAR = within(1e-3f);

    @Test
    void pointsThatAlreadyLieOnTheTemplateLeaveTheImageAlone() {
        RgbImage image = RgbImage.black(112, 112);
        image.pixels()[(50 * 112 + 60) * 3 + 1] = (byte) 200;

        assertThat(FaceAligner.align(image, FaceAligner.TEMPLATE)).isEqualTo(image);
    }

    @Test
    void aQuarterTurnAtTwiceTheSizeIsFoundExactly() {
        Similarity found = Similarity.between(new float[] {0, 0, 1, 0, 0, 1}, new float[] {5, 7, 5, 9, 3, 7});

        assertThat(found.scale()).isEqualTo(2, within(1e-9));
        assertThat(found.a()).isEqualTo(0, within(1e-9));
        assertThat(found.b()).isEqualTo(2, within(1e-9));
        assertThat(found.apply(new float[] {1, 1})).containsExactly(new float[] {3, 9}, NEAR);
    }

    @Test
    void theFoundTransformIsTheBestOneForPointsThatDoNotFit() {
        float[] source = {30, 40, 82, 35, 60, 70, 40, 95, 75, 92};
        float[] target = FaceAligner.TEMPLATE.xy();
        Similarity best = Similarity.between(source, target);
        double least = distance(best, source, target);

        for (double change : new double[] {-0.02, 0.02}) {
            assertThat(distance(new Similarity(best.a() + change, best.b(), best.dx(), best.dy()), source, target))
                    .isGreaterThan(least);
            assertThat(distance(new Similarity(best.a(), best.b() + change, best.dx(), best.dy()), source, target))
                    .isGreaterThan(least);
            assertThat(distance(new Similarity(best.a(), best.b(), best.dx() + change, best.dy()), source, target))
                    .isGreaterThan(least);
            assertThat(distance(new Similarity(best.a(), best.b(), best.dx(), best.dy() + change), source, target))
                    .isGreaterThan(least);
        }
    }

    @Test
    void aMarkedEyeLandsOnTheTemplateAndBlackFillsWhatLiesOutside() {
        RgbImage image = new RgbImage(100, 80, filled(100 * 80 * 3, 90));
        Landmarks5 landmarks = FaceAligner.TEMPLATE.transformed(0.5f, 30, 10);
        int x = Math.round(landmarks.x(0));
        int y = Math.round(landmarks.y(0));
        image.pixels()[(y * 100 + x) * 3] = (byte) 255;

        RgbImage crop = FaceAligner.align(image, landmarks.transformed(1, -60, 0));
        RgbImage centred = FaceAligner.align(image, landmarks);

        assertThat(crop.at(0, 60, 1)).isZero();
        assertThat(centred.at(38, 52, 0)).isGreaterThan(180);
        assertThat(centred.at(38, 52, 1)).isEqualTo(90);
    }

    @Test
    void pointsInOnePlaceAreRefused() {
        assertThatThrownBy(() -> FaceAligner.align(RgbImage.black(50, 50), Landmarks5.of(5, 5, 5, 5, 5, 5, 5, 5, 5, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one place");
    }

    @Test
    void landmarksMustBeTenFiniteNumbers() {
        assertThatThrownBy(() -> Landmarks5.of(1, 2, 3)).hasMessageContaining("ten");
        assertThatThrownBy(() -> Landmarks5.of(1, 2, 3, 4, 5, 6, 7, 8, 9, Float.NaN))
                .hasMessageContaining("finite");
    }

    private static double distance(Similarity similarity, float[] source, float[] target) {
        float[] moved = similarity.apply(source);
        double sum = 0;
        for (int i = 0; i < moved.length; i++) {
            sum += (moved[i] - target[i]) * (moved[i] - target[i]);
        }
        return sum;
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}

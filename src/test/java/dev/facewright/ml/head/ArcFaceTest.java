package dev.facewright.ml.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArcFaceTest {
    private final Head head = new ArcFace(10, 64, 0.5);

    /// θ = 60°: cos 60° = 0.5, sin 60° = 0.8660254, cos 0.5 = 0.8775826, sin 0.5 = 0.4794255;
    /// 64 · (0.4387913 − 0.4151947) = 1.5101815.
    @Test
    void addsTheMarginToTheAngle() {
        assertThat(head.targetLogit().at(0.5)).isCloseTo(1.5101815, within(1e-6));
        assertThat(head.targetLogit().at(0.5)).isCloseTo(64 * Math.cos(Math.acos(0.5) + 0.5), within(1e-9));
    }

    /// θ = 90°: −sin 0.5 · 64 = −30.6832345.
    @Test
    void aRightAngleLosesTheSineOfTheMargin() {
        assertThat(head.targetLogit().at(0)).isCloseTo(-30.6832345, within(1e-6));
    }

    /// At cos −0.9, beyond π − 0.5: 64 · (−0.9 − 0.5 · 0.4794255) = −72.9416173.
    @Test
    void beyondPiMinusTheMarginTheLogitKeepsFalling() {
        assertThat(head.targetLogit().at(-0.9)).isCloseTo(-72.9416173, within(1e-6));
        double last = head.targetLogit().at(1);
        for (double cosine = 0.99; cosine >= -1; cosine -= 0.01) {
            double logit = head.targetLogit().at(cosine);
            assertThat(logit).as("cosine " + cosine).isLessThan(last);
            last = logit;
        }
    }

    @Test
    void zeroMarginLeavesTheCosineUnchanged() {
        Head plain = new ArcFace(10, 64, 0);
        for (double cosine : new double[] {-1, -0.3, 0, 0.7, 1}) {
            assertThat(plain.targetLogit().at(cosine)).isEqualTo(64 * cosine);
        }
    }

    @Test
    void otherIdentitiesHaveNoMargin() {
        assertThat(head.otherLogit().at(0.25)).isEqualTo(16);
    }

    @Test
    void theSlopeStaysFiniteAtBothEnds() {
        for (double cosine : new double[] {1, -1}) {
            double inside = cosine * (1 - 1e-9);
            double slope = (head.targetLogit().at(cosine) - head.targetLogit().at(inside)) / (cosine - inside);
            assertThat(Math.abs(slope)).isLessThan(64 * 2);
        }
    }

    @Test
    void aMarginInDegreesIsRefused() {
        assertThatThrownBy(() -> new ArcFace(10, 64, 28.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("degrees");
        assertThatThrownBy(() -> new ArcFace(10, 64, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArcFace(10, -1, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ArcFace(1, 64, 0.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headsAreFoundByName() {
        assertThat(Heads.names()).contains("arcface");
        assertThat(Heads.named("arcface").maker().make(10, Options.usual(Heads.options())))
                .isEqualTo(head);
        assertThatThrownBy(() -> Heads.named("nosuch")).hasMessageContaining("arcface");
    }
}

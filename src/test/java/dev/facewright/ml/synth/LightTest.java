package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.synth.Scene.Light;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LightTest {
    private static final Offset<Double> ROUNDING = within(1e-12);
    private static final Colour WHITE = new Colour(1, 1, 1);
    private static final Vector AT_THE_CAMERA = new Vector(0, 0, 1);

    @Test
    void theLampStandsWhereAzimuthAndElevationSay() {
        assertAt(lamp(0, 0), 0, 0, 1);
        assertAt(lamp(90, 0), 1, 0, 0);
        assertAt(lamp(-90, 0), -1, 0, 0);
        assertAt(lamp(0, 90), 0, 1, 0);
        assertAt(lamp(90, 30), Math.sqrt(0.75), 0.5, 0);
    }

    /// Facing the lamp all of it is seen, and three quarters of the surroundings; from behind only those.
    @Test
    void lampAndSurroundingsAddUp() {
        Shade shade = new Shade(new Light(0, 0, 0.8, 0.4, 0));

        assertThat(shade.matt(WHITE, AT_THE_CAMERA, 1).green()).isCloseTo(0.8 + 0.75 * 0.4, ROUNDING);
        assertThat(shade.matt(WHITE, AT_THE_CAMERA.times(-1), 1).green()).isCloseTo(0.75 * 0.4, ROUNDING);
        assertThat(shade.matt(WHITE, AT_THE_CAMERA, 0).green()).isCloseTo(0.8, ROUNDING);
        assertThat(shade.matt(WHITE, new Vector(0, 1, 0), 1).green())
                .as("from above more of the surroundings, and what light bends round")
                .isCloseTo(0.8 * 0.1 / 1.1 + 0.4, ROUNDING);
    }

    @Test
    void warmLightIsYellowAndColdLightBlueAndNeitherIsGrey() {
        Colour grey = new Shade(new Light(0, 0, 0.8, 0, 0)).matt(WHITE, AT_THE_CAMERA, 1);
        Colour warm = new Shade(new Light(0, 0, 0.8, 0, 1)).matt(WHITE, AT_THE_CAMERA, 1);
        Colour cold = new Shade(new Light(0, 0, 0.8, 0, -1)).matt(WHITE, AT_THE_CAMERA, 1);

        assertThat(grey.red()).isEqualTo(grey.green()).isEqualTo(grey.blue());
        assertThat(warm.red()).isGreaterThan(warm.green()).isGreaterThan(1.2 * warm.blue());
        assertThat(cold.blue()).isGreaterThan(cold.green()).isGreaterThan(1.2 * cold.red());
    }

    @Test
    void skinInTheShadowOfTheLampIsDarkerThanInItsLight() {
        Shade shade = new Shade(Light.STUDIO);

        assertThat(shade.skin(WHITE, AT_THE_CAMERA, 0, 1, 0).green())
                .isLessThan(0.7 * shade.skin(WHITE, AT_THE_CAMERA, 1, 1, 0).green());
        assertThat(shade.skin(WHITE, shade.lamp(), 1, 1, 0.3).green())
                .as("gloss")
                .isGreaterThan(shade.skin(WHITE, shade.lamp(), 1, 1, 0).green());
    }

    /// The nose throws its shadow on the cheek that the lamp does not see.
    @Test
    void theNoseKeepsTheLampFromTheFarCheek() {
        FaceSurface surface = Sitting.PLAIN.surface();
        Vector fromTheRight = lamp(75, 0);

        assertThat(surface.lit(-0.16, -0.25, fromTheRight)).isLessThan(0.3);
        assertThat(surface.lit(0.3, -0.25, fromTheRight)).isGreaterThan(0.9);
        assertThat(surface.lit(-0.16, -0.25, AT_THE_CAMERA)).isGreaterThan(0.9);
    }

    @Test
    void whereTheLampMovesTheBrightSideMoves() {
        double[] rightOverLeft = IntStream.of(-75, -45, -15, 15, 45, 75)
                .mapToDouble(azimuth -> {
                    Portrait portrait = Sitting.PLAIN
                            .with("scene.light", new Light(azimuth, 10, 0.8, 0.3, 0))
                            .portrait();
                    return portrait.cheek(false) - portrait.cheek(true);
                })
                .toArray();

        assertThat(rightOverLeft).isSorted();
        assertThat(rightOverLeft[2]).isNegative();
        assertThat(rightOverLeft[3]).isPositive();
    }

    private static Vector lamp(double azimuth, double elevation) {
        return new Shade(new Light(azimuth, elevation, 1, 0, 0)).lamp();
    }

    private static void assertAt(Vector found, double x, double y, double z) {
        assertThat(found.x()).isCloseTo(x, ROUNDING);
        assertThat(found.y()).isCloseTo(y, ROUNDING);
        assertThat(found.z()).isCloseTo(z, ROUNDING);
    }
}

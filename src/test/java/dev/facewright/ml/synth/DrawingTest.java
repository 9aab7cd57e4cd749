package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.synth.Mesh.Material;
import dev.facewright.ml.synth.Scene.Camera;
import dev.facewright.ml.synth.Scene.Pose;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Curves, grain, draws and the raster: what everything is drawn with.
class DrawingTest {
    @Test
    void aStepGoesFromNoneToAllWithoutAJump() {
        assertThat(Curve.step(2, 4, 1)).isZero();
        assertThat(Curve.step(2, 4, 3)).isEqualTo(0.5);
        assertThat(Curve.step(2, 4, 5)).isOne();
        assertThat(Curve.step(4, 2, 1)).as("downwards").isOne();
        assertThat(Curve.step(2, 4, 2.001) - Curve.step(2, 4, 2)).isLessThan(1e-6);
    }

    @Test
    void aBumpIsHighestInTheMiddleAndEndsAtOne() {
        assertThat(Curve.bump(0)).isOne();
        assertThat(Curve.bump(0.25)).isEqualTo(0.5625);
        assertThat(Curve.bump(1)).isZero();
        assertThat(Curve.bump(7)).isZero();
    }

    @Test
    void aCurveGoesThroughItsKnotsAndStaysBeyondThem() {
        double[] at = {0, 1, 3};
        double[] values = {5, 7, 6};
        for (int i = 0; i < at.length; i++) {
            assertThat(Curve.through(at, values, at[i])).isCloseTo(values[i], within(1e-12));
        }
        assertThat(Curve.through(at, values, -1)).isEqualTo(5);
        assertThat(Curve.through(at, values, 4)).isEqualTo(6);
        assertThat(Curve.through(at, values, 0.5)).isBetween(5.0, 7.2);
    }

    @Test
    void grainIsEvenBellShapedOrSmoothAndTheSameForTheSamePlace() {
        Grain grain = new Grain(5);
        double[] even = IntStream.range(0, 10_000)
                .mapToDouble(i -> grain.at(i % 100, i / 100))
                .toArray();
        double[] bell = IntStream.range(0, 10_000)
                .mapToDouble(i -> grain.bell(i % 100, i / 100))
                .toArray();

        assertThat(DoubleStream.of(even)).allMatch(value -> value >= 0 && value < 1);
        assertThat(mean(even)).isCloseTo(0.5, within(0.02));
        assertThat(mean(bell)).isCloseTo(0, within(0.05));
        assertThat(mean(DoubleStream.of(bell).map(x -> x * x).toArray())).isCloseTo(1, within(0.05));
        assertThat(grain.smooth(3, 4)).isEqualTo(grain.at(3, 4));
        assertThat(grain.smooth(3.5, 4.5)).isBetween(0.0, 1.0);
        assertThat(Math.abs(grain.smooth(2.9999, 4) - grain.smooth(3.0001, 4))).isLessThan(1e-6);
        assertThat(new Grain(5).at(3, 4)).isEqualTo(grain.at(3, 4)).isNotEqualTo(new Grain(6).at(3, 4));
    }

    @Test
    void drawsStayWithinTheirReach() {
        Draw draw = new Draw(new SplittableRandom(1));
        double[] around =
                DoubleStream.generate(() -> draw.around(10, 2)).limit(5000).toArray();
        double[] between =
                DoubleStream.generate(() -> draw.between(-1, 3)).limit(5000).toArray();

        assertThat(DoubleStream.of(around)).allMatch(value -> value >= 8 && value <= 12);
        assertThat(mean(around)).isCloseTo(10, within(0.05));
        assertThat(DoubleStream.of(around)
                        .filter(value -> Math.abs(value - 10) < 1)
                        .count())
                .as("more than half of them near the middle")
                .isGreaterThan(3500);
        assertThat(DoubleStream.of(between)).allMatch(value -> value >= -1 && value < 3);
        assertThat(mean(between)).isCloseTo(1, within(0.1));
    }

    @Test
    void theNearerOfTwoSurfacesIsSeenWhicheverIsDrawnFirst() {
        Mesh near = square(Material.MASK, 0.5, 0.5);
        Mesh far = square(Material.HAIR, 1, 0);
        for (boolean nearFirst : new boolean[] {true, false}) {
            Raster raster = new Raster(40);
            View view = new View(Pose.FRONTAL, new Camera(0.3, 0, 0), 40);
            raster.draw(nearFirst ? near : far, view, 1);
            raster.draw(nearFirst ? far : near, view, 1);

            assertThat(raster.parts[20 * 40 + 20]).isEqualTo((byte) Material.MASK.ordinal());
            assertThat(raster.parts[20 * 40 + 10]).isEqualTo((byte) Material.HAIR.ordinal());
            assertThat(raster.parts[0]).isEqualTo((byte) -1);
            assertThat(raster.values[(20 * 40 + 20) * Raster.VALUES + 2]).isCloseTo(0.5f, within(1e-5f));
        }
    }

    @Test
    void normalsPointAwayFromTheInside() {
        Vector middle = new Vector(1, 2, 3);
        Mesh ball = Mesh.of(Material.SKIN, 9, 17, middle, (row, column) -> middle.plus(HeadMeshes.ball(row, column)));
        for (int i = 17; i < 8 * 17; i++) {
            assertThat(ball.normals()[i].dot(ball.points()[i].minus(middle))).isGreaterThan(0.9);
        }
    }

    @Test
    void colourMixesAndIsDecodedWithGammaTwo() {
        assertThat(Colour.coded(0xff8000)).isEqualTo(new Colour(1, 128 / 255.0 * (128 / 255.0), 0));
        assertThat(new Colour(0, 1, 0.5).mix(new Colour(1, 0, 0.5), 0.25)).isEqualTo(new Colour(0.25, 0.75, 0.5));
    }

    private static Mesh square(Material material, double half, double depth) {
        return Mesh.of(
                material,
                2,
                2,
                new Vector(0, 0, -1),
                (row, column) -> new Vector(half * (2 * column - 1), half * (2 * row - 1), depth));
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }
}

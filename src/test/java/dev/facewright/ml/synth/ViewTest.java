package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.synth.Scene.Camera;
import dev.facewright.ml.synth.Scene.Pose;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// The head turns around (0, -0.55, -0.2), seen from 7 head units before its middle.
class ViewTest {
    private static final Vector PIVOT = new Vector(0, -0.55, -0.2);
    private static final Offset<Double> ROUNDING = within(1e-9);

    @Test
    void yawTurnsWhatLooksAtTheCameraToImageRight() {
        assertAt(placed(new Pose(90, 0, 0), new Vector(0, 0, 1)), 1, 0, 0);
        assertAt(placed(new Pose(30, 0, 0), new Vector(0, 0, 1)), 0.5, 0, Math.sqrt(0.75));
        assertAt(placed(new Pose(30, 0, 0), new Vector(0, 1, 0)), 0, 1, 0);
    }

    @Test
    void pitchTurnsWhatLooksAtTheCameraUp() {
        assertAt(placed(new Pose(0, 90, 0), new Vector(0, 0, 1)), 0, 1, 0);
        assertAt(placed(new Pose(0, 30, 0), new Vector(0, 0, 1)), 0, 0.5, Math.sqrt(0.75));
        assertAt(placed(new Pose(0, 30, 0), new Vector(1, 0, 0)), 1, 0, 0);
    }

    @Test
    void rollTurnsTheTopOfTheHeadToImageRight() {
        assertAt(placed(new Pose(0, 0, 90), new Vector(0, 1, 0)), 1, 0, 0);
        assertAt(placed(new Pose(0, 0, 30), new Vector(0, 1, 0)), 0.5, Math.sqrt(0.75), 0);
        assertAt(placed(new Pose(0, 0, 30), new Vector(0, 0, 1)), 0, 0, 1);
    }

    /// Looking image right and then, as a whole, tilted to image right: it looks down.
    @Test
    void yawComesBeforePitchAndPitchBeforeRoll() {
        assertAt(placed(new Pose(90, 0, 90), new Vector(0, 0, 1)), 0, -1, 0);
        assertAt(placed(new Pose(90, 90, 0), new Vector(0, 0, 1)), 1, 0, 0);
        assertAt(placed(new Pose(0, 90, 90), new Vector(0, 0, 1)), 1, 0, 0);
    }

    @Test
    void theWayBackLeadsWhereTheWayCameFrom() {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            View view = new View(pose(random), Camera.CENTRED, 100);
            Vector direction = vector(random);
            Vector back = view.inverse(view.direction(direction));
            assertAt(back, direction.x(), direction.y(), direction.z());
        }
    }

    @Test
    void aTurnKeepsDistances() {
        Random random = new Random(2);
        for (int i = 0; i < 50; i++) {
            View view = new View(pose(random), Camera.CENTRED, 100);
            Vector first = vector(random);
            Vector second = vector(random);
            Vector apart = view.place(first).minus(view.place(second));
            Vector before = first.minus(second);
            assertThat(apart.dot(apart)).isCloseTo(before.dot(before), ROUNDING);
        }
    }

    /// A head unit in the plane of the head's middle is `scale` times the side, one unit nearer 7 / 6 of it.
    @Test
    void theCameraScalesAndShiftsAndNearThingsAreLarger() {
        View view = new View(Pose.FRONTAL, new Camera(0.3, 0.1, -0.05), 200);

        Vector far = view.project(new Vector(1, 0, 0));
        Vector near = view.project(new Vector(1, 1, 1));

        assertAt(far, 200 * 0.6 + 60, 200 * 0.45, 0);
        assertAt(near, 200 * 0.6 + 70, 200 * 0.45 - 70, 1);
    }

    private static Vector placed(Pose pose, Vector fromPivot) {
        return new View(pose, Camera.CENTRED, 100).place(PIVOT.plus(fromPivot)).minus(PIVOT);
    }

    private static void assertAt(Vector found, double x, double y, double z) {
        assertThat(found.x()).as("x of %s", found).isCloseTo(x, ROUNDING);
        assertThat(found.y()).as("y of %s", found).isCloseTo(y, ROUNDING);
        assertThat(found.z()).as("z of %s", found).isCloseTo(z, ROUNDING);
    }

    private static Pose pose(Random random) {
        return new Pose(random.nextInt(-90, 91), random.nextInt(-60, 61), random.nextInt(-180, 181));
    }

    private static Vector vector(Random random) {
        return new Vector(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
    }
}

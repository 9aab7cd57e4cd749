package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.synth.Scene.Camera;
import dev.facewright.ml.synth.Scene.Expression;
import dev.facewright.ml.synth.Scene.Glasses;
import dev.facewright.ml.synth.Scene.Light;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// Scenes of everyday pictures, two thousand of them.
class RandomSceneTest {
    private static final List<Scene> SCENES =
            LongStream.range(0, 2000).mapToObj(Scene::random).toList();

    @Test
    void theSameSeedIsTheSameSceneAndEachOtherSeedAnother() {
        assertThat(Scene.random(7)).isEqualTo(SCENES.get(7));
        assertThat(new HashSet<>(SCENES)).hasSameSizeAs(SCENES);
    }

    @Test
    void facesAreMostlyNearFrontalAndNeverTurnedAway() {
        double[] yaws = SCENES.stream()
                .mapToDouble(scene -> Math.abs(scene.pose().yawDegrees()))
                .sorted()
                .toArray();

        assertThat(yaws[yaws.length / 2]).isLessThan(12);
        assertThat(yaws[yaws.length - 1]).isBetween(30.0, 38.0);
        assertThat(SCENES)
                .allMatch(scene -> Math.abs(scene.pose().pitchDegrees()) <= 16)
                .allMatch(scene -> Math.abs(scene.pose().rollDegrees()) <= 14);
        assertThat(share(scene -> scene.pose().yawDegrees() > 0)).isCloseTo(0.5, within(0.05));
    }

    /// Three standard errors of the share of so many scenes are 0.024, 0.013 and 0.018.
    @Test
    void glassesAreWornSometimesMasksAndCapsSeldom() {
        assertThat(share(scene -> scene.occlusion().glasses() != Glasses.NONE)).isCloseTo(0.15, within(0.024));
        assertThat(share(scene -> scene.occlusion().mask())).isCloseTo(0.04, within(0.013));
        assertThat(share(scene -> scene.occlusion().headwear())).isCloseTo(0.08, within(0.018));
        Set<Glasses> worn = new HashSet<>();
        SCENES.forEach(scene -> worn.add(scene.occlusion().glasses()));
        assertThat(worn).containsExactlyInAnyOrder(Glasses.values());
    }

    @Test
    void everythingElseStaysWithinItsRange() {
        for (Scene scene : SCENES) {
            Light light = scene.light();
            assertThat(light.intensity()).isBetween(0.55, 0.95);
            assertThat(light.ambient()).isBetween(0.2, 0.45);
            assertThat(light.warmth()).isBetween(-1.0, 1.0);
            Expression expression = scene.expression();
            assertThat(expression.smile()).isBetween(-1.0, 1.2);
            assertThat(expression.mouthOpen()).isBetween(0.0, 1.0);
            assertThat(expression.eyesClosed()).isBetween(0.0, 1.0);
            assertThat(expression.gazeX()).isBetween(-1.0, 1.0);
            Camera camera = scene.camera();
            assertThat(camera.scale()).isBetween(0.29, 0.37);
            assertThat(Math.abs(camera.offsetX())).isLessThanOrEqualTo(0.05);
            assertThat(scene.noise()).isBetween(0.0, 5.0);
        }
    }

    /// Whatever the scene, the face stays in the picture.
    @Test
    void allLandmarksLieInThePicture() {
        SyntheticIdentity person = Sitting.PLAIN.person();
        for (Scene scene : SCENES.subList(0, 300)) {
            FaceLayout layout = new FaceLayout(person, scene.expression());
            View view = new View(scene.pose(), scene.camera(), 100);
            for (Vector point : Landmarks68.of(layout, new FaceSurface(layout))) {
                Vector seen = view.project(point);
                assertThat(seen.x()).isBetween(0.0, 100.0);
                assertThat(seen.y()).isBetween(0.0, 100.0);
            }
        }
    }

    private static double share(Predicate<Scene> condition) {
        return (double) SCENES.stream().filter(condition).count() / SCENES.size();
    }
}

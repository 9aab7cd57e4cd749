package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.synth.Mesh.Material;
import dev.facewright.ml.synth.SyntheticIdentity.Hair.Style;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HairStylesTest {
    @Test
    void everyStyleLooksDifferent() {
        Map<Style, Portrait> portraits = new EnumMap<>(Style.class);
        for (Style style : Style.values()) {
            portraits.put(style, with(style).portrait());
        }
        portraits.forEach((style, portrait) -> portraits.forEach((other, another) -> {
            if (style != other) {
                assertThat(portrait.deviationFrom(another))
                        .as(style + " and " + other)
                        .isGreaterThan(2);
            }
        }));
    }

    @Test
    void aBaldHeadHasNoHair() {
        assertThat(meshes(Style.BALD, false)).isEmpty();
    }

    @Test
    void aFringeHangsOverTheForeheadAndOtherHairDoesNot() {
        double brows = with(Style.FRINGE).layout().browY;

        assertThat(lowestInFront(Style.FRINGE)).isBetween(brows, brows + 0.2);
        assertThat(lowestInFront(Style.SHORT)).isGreaterThan(brows + 0.3);
    }

    @Test
    void longHairReachesTheShouldersAndABobTheJaw() {
        assertThat(heights(Style.LONG).getMin()).isBetween(-1.6, -1.4);
        assertThat(heights(Style.BOB).getMin()).isBetween(-0.8, -0.6);
        assertThat(heights(Style.SHORT).getMin()).isGreaterThan(-0.6);
    }

    @Test
    void aBunStandsAboveTheCrown() {
        assertThat(heights(Style.BUN).getMax())
                .isGreaterThan(heights(Style.SHORT).getMax() + 0.1);
    }

    @Test
    void aCapReplacesTheHairOfTheHeadButNotWhatHangsFromIt() {
        for (Style style : Style.values()) {
            List<Material> materials =
                    meshes(style, true).stream().map(Mesh::material).toList();
            boolean hangs = style == Style.BOB || style == Style.LONG;
            assertThat(materials)
                    .as(style.name())
                    .isEqualTo(hangs ? List.of(Material.KNIT, Material.HAIR) : List.of(Material.KNIT));
        }
    }

    private static Sitting with(Style style) {
        return Sitting.PLAIN.with("person.hair.style", style);
    }

    private static List<Mesh> meshes(Style style, boolean headwear) {
        return new HairMeshes(with(style).layout()).meshes(headwear);
    }

    private static double lowestInFront(Style style) {
        return meshes(style, false).stream()
                .flatMap(mesh -> Arrays.stream(mesh.points()))
                .filter(point -> point.z() > 0.5 && Math.abs(point.x()) < 0.2)
                .mapToDouble(Vector::y)
                .min()
                .orElseThrow();
    }

    private static DoubleSummaryStatistics heights(Style style) {
        return meshes(style, false).stream()
                .flatMap(mesh -> Arrays.stream(mesh.points()))
                .mapToDouble(Vector::y)
                .summaryStatistics();
    }
}

package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.synth.Scene.Glasses;
import dev.facewright.ml.synth.Scene.Occlusion;
import dev.facewright.ml.synth.Scene.Pose;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is worn hides the points it says and no others, whoever wears it.
class OcclusionTest {
    /// Less is a reflection at an edge; a covered point changes by much more.
    private static final int SEEN = 12;

    private static final int[] BROWS = IntStream.rangeClosed(17, 26).toArray();
    private static final int[] EYES = IntStream.rangeClosed(36, 47).toArray();
    private static final int[] NOSE_BASE_AND_MOUTH = IntStream.concat(
                    IntStream.rangeClosed(31, 35), IntStream.rangeClosed(48, 67))
            .toArray();
    private static final int[] LOWER_JAW = IntStream.rangeClosed(5, 11).toArray();

    static List<Sitting> sittings() {
        return IntStream.range(0, 6)
                .mapToObj(seed -> Sitting.PLAIN
                        .with("person", SyntheticIdentity.of(seed))
                        .with("scene.pose", new Pose(6 * seed - 15, 2 * seed - 5, 4 * seed - 10)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sittings")
    void aMaskHidesMouthAndNostrilsAndLeavesEyesAndBrows(Sitting sitting) {
        Portrait bare = sitting.portrait();
        Portrait masked = worn(sitting, new Occlusion(Glasses.NONE, true, false));

        assertThat(changed(bare, masked, NOSE_BASE_AND_MOUTH)).isGreaterThanOrEqualTo(23);
        assertThat(changed(bare, masked, EYES)).isZero();
        assertThat(changed(bare, masked, BROWS)).isZero();
        assertThat(masked.face().landmarks68()).isEqualTo(bare.face().landmarks68());
    }

    @ParameterizedTest
    @MethodSource("sittings")
    void darkGlassesHideTheEyesAndLeaveMouthAndChin(Sitting sitting) {
        Portrait bare = sitting.portrait();
        Portrait worn = worn(sitting, new Occlusion(Glasses.DARK, false, false));

        assertThat(changed(bare, worn, EYES)).isGreaterThanOrEqualTo(10);
        assertThat(changed(bare, worn, NOSE_BASE_AND_MOUTH)).isZero();
        assertThat(changed(bare, worn, LOWER_JAW)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUND", "SQUARE"})
    void clearGlassesFrameTheEyesWithoutHidingThem(Glasses glasses) {
        Portrait bare = Sitting.PLAIN.portrait();
        Portrait worn = worn(Sitting.PLAIN, new Occlusion(glasses, false, false));

        assertThat(changed(bare, worn, EYES)).isZero();
        assertThat(changed(bare, worn, NOSE_BASE_AND_MOUTH)).isZero();
        assertThat(bare.differenceAt(worn, 80, worn.y(27) - 3)).as("the bridge").isGreaterThan(SEEN);
        assertThat(worn.deviationFrom(bare)).isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
    void aCapHidesTheHairAndLeavesEyesAndMouth(long person) {
        Sitting sitting = Sitting.PLAIN.with("person", SyntheticIdentity.of(person));
        Portrait bare = sitting.portrait();
        Portrait capped = worn(sitting, new Occlusion(Glasses.NONE, false, true));
        double crown = 80 - 0.8 * 0.335 * Sitting.SIZE;

        assertThat(bare.differenceAt(capped, 80, crown)).as("hair").isGreaterThan(SEEN);
        assertThat(changed(bare, capped, NOSE_BASE_AND_MOUTH)).isZero();
        assertThat(changed(bare, capped, EYES)).isZero();
    }

    private static Portrait worn(Sitting sitting, Occlusion occlusion) {
        return sitting.with("scene.occlusion", occlusion).portrait();
    }

    private static long changed(Portrait first, Portrait second, int... landmarks) {
        return IntStream.of(landmarks)
                .filter(i -> first.differenceAt(second, first.x(i), first.y(i)) > SEEN)
                .count();
    }
}

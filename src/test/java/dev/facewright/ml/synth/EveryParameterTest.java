package dev.facewright.ml.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each parameter of people and scenes does what its comment says, in the right direction and, where that can be said,
/// by
/// the right amount.
class EveryParameterTest {
    static List<Promise> promises() {
        return Stream.of(
                        ShapePromises.HEAD,
                        ShapePromises.EYES,
                        ShapePromises.BROWS,
                        ShapePromises.NOSE,
                        ShapePromises.MOUTH,
                        ColourPromises.PAINTED,
                        ColourPromises.SCATTERED,
                        ColourPromises.HAIR,
                        ScenePromises.POSE,
                        ScenePromises.CAMERA,
                        ScenePromises.LIGHT,
                        ScenePromises.EXPRESSION,
                        ScenePromises.WORN,
                        ScenePromises.CAPTURE)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void aParameterDoesWhatItPromises(Promise promise) {
        assertThat(promise.change()).isBetween(promise.least(), promise.most());
    }

    /// Styles of hair are told apart in `HairStylesTest`.
    @Test
    void noParameterIsWithoutAPromise() {
        List<String> promised = Stream.concat(
                        promises().stream().map(Promise::parameter), Stream.of("person.hair.style"))
                .toList();
        assertThat(promised).containsExactlyInAnyOrderElementsOf(Sitting.parameters());
    }
}

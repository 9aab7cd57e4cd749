package dev.facewright.ml.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    /// A head of a day: all that is ever said of what it can be told.
    private static final Option WARMTH = new Option("warmth", Unit.SHARE, 0.5, 0, 1, "a share, 0.5 is usual");

    private static final Head.Kind PASSING =
            new Head.Kind("passing", List.of(WARMTH), (n, told) -> new NormalisedSoftmax(n, 1 + 9 * told.of(WARMTH)));

    private final Options usual = Options.usual(PASSING.options());

    @Test
    void aHeadIsMadeOfItsOptions() {
        assertThat(PASSING.maker().make(3, usual)).isEqualTo(new NormalisedSoftmax(3, 5.5));
        assertThat(PASSING.maker().make(3, usual.with(WARMTH, 1))).isEqualTo(new NormalisedSoftmax(3, 10));
        assertThat(usual.of(WARMTH)).isEqualTo(0.5);
    }

    @Test
    void whatNobodyListensToCannotBeTold() {
        assertThatThrownBy(() -> usual.with(ArcFace.MARGIN, 0.3)).hasMessageContaining("marginRadians");
        assertThatThrownBy(() -> usual.of(ArcFace.SCALE)).hasMessageContaining("scale");
    }

    @Test
    void aLaterOptionIsInTheTextOnlyWhereItIsNotAsUsual() {
        Options both = Options.usual(List.of(SubCentreArcFace.CENTRES, WARMTH, ArcFace.MARGIN));

        assertThat(both).hasToString("subCentres=3, marginRadians=0.5");
        assertThat(both.with(WARMTH, 0.25)).hasToString("subCentres=3, warmth=0.25, marginRadians=0.5");
    }

    @Test
    void whatIsOutOfRangeIsToldFromItsUnit() {
        assertThat(WARMTH.hint(20)).isEqualTo("is this in per cent? then give 0.2");
        assertThat(WARMTH.hint(-1)).isEqualTo("a share, 0.5 is usual");
        assertThat(ArcFace.MARGIN.hint(28.6)).isEqualTo("is this in degrees? then give 0.499");
        assertThat(CosFace.MARGIN.hint(20)).startsWith("is this in degrees? it is taken from a cosine");
        assertThatThrownBy(() -> WARMTH.check(Double.NaN)).hasMessageStartingWith("warmth must be in [0.0, 1.0]");
    }

    @Test
    void anOptionIsUsuallyInItsOwnRange() {
        assertThatThrownBy(() -> new Option("warmth", Unit.SHARE, 2, 0, 1, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

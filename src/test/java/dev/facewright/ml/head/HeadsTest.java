package dev.facewright.ml.head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.head.Expression.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadsTest {
    private static final double DEGREES_60 = 0.5;

    @Test
    void theLinearClassifierTakesItsOutputsAsTheyAre() {
        Head head = new Softmax(10);

        assertThat(head.similarity()).isEqualTo(Head.Similarity.LINEAR);
        assertThat(head.targetLogit().at(3.7)).isEqualTo(3.7);
        assertThat(head.otherLogit().at(-5)).isEqualTo(-5);
    }

    @Test
    void theSoftmaxOfCosinesScalesThemAll() {
        Head head = new NormalisedSoftmax(10, 30);

        assertThat(head.targetLogit().at(DEGREES_60)).isEqualTo(15);
        assertThat(head.otherLogit().at(-1)).isEqualTo(-30);
    }

    /// 64 · (0.5 − 0.35) = 9.6.
    @Test
    void cosFaceTakesItsMarginFromTheCosine() {
        Head head = new CosFace(10, 64, 0.35);

        assertThat(head.targetLogit().at(DEGREES_60)).isCloseTo(9.6, within(1e-9));
        assertThat(head.otherLogit().at(DEGREES_60)).isEqualTo(32);
    }

    /// cos(π/3 + 0.3) = 0.5 · 0.9553365 − 0.8660254 · 0.2955202 = 0.2217402; 64 · (0.2217402 − 0.2) = 1.3913752.
    @Test
    void theCombinedMarginAddsToTheAngleAndTakesFromTheCosine() {
        Head head = new CombinedMargin(10, 64, 1, 0.3, 0.2);

        assertThat(head.targetLogit().at(DEGREES_60)).isCloseTo(1.3913752, within(1e-6));
        assertThat(head.otherLogit().at(DEGREES_60)).isEqualTo(32);
    }

    /// cos 2θ = 2 cos² θ − 1: −0.5 at 60°. At 120° twice the angle is 240°, past the half turn:
    /// −cos 240° − 2 = −1.5.
    @Test
    void theCombinedMarginDoublesTheAngle() {
        Head head = new CombinedMargin(10, 64, 2, 0, 0);

        assertThat(head.targetLogit().at(DEGREES_60)).isCloseTo(-32, within(1e-9));
        assertThat(head.targetLogit().at(-0.5)).isCloseTo(-96, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"1,0.5,0", "1,1.5,0.2", "1.35,0,0", "2,0.3,0", "4,0,0", "4,1.5,0.5"})
    void theCombinedMarginFallsWithoutAJumpOverTheWholeHalfCircle(double factor, double angle, double cosine) {
        Expression logit = new CombinedMargin(10, 1, factor, angle, cosine).targetLogit();
        double last = logit.at(Math.cos(0.002));
        for (double theta = 0.004; theta < Math.PI - 0.001; theta += 0.002) {
            double value = logit.at(Math.cos(theta));
            assertThat(value).as("at %s", theta).isLessThan(last).isGreaterThan(last - 0.01);
            last = value;
        }
    }

    @Test
    void theCombinedMarginIsArcFaceOrCosFaceWhereItHasOneMarginOnly() {
        Head arc = new CombinedMargin(10, 64, 1, 0.5, 0);
        Head cos = new CombinedMargin(10, 64, 1, 0, 0.35);
        for (double cosine : new double[] {0.999, 0.5, 0, -0.8}) {
            assertThat(arc.targetLogit().at(cosine))
                    .isCloseTo(new ArcFace(10, 64, 0.5).targetLogit().at(cosine), within(1e-9));
            assertThat(cos.targetLogit().at(cosine))
                    .isCloseTo(new CosFace(10, 64, 0.35).targetLogit().at(cosine), within(1e-9));
        }
    }

    /// Length 25 with mean 20 and deviation 10: z = 5 / 10.001 · 0.333 = 0.1664834, and
    /// 64 · (cos(π/3 − 0.4 · 0.1664834) − 0.4 · 1.1664834) = 5.7553478.
    @Test
    void adaFacesMarginGoesWithTheLengthOfTheEmbedding() {
        Expression logit = new AdaFace(10, 64, 0.4, 0.333).targetLogit();

        assertThat(logit.at(new Inputs(DEGREES_60, 25, 20, 10))).isCloseTo(5.7553478, within(1e-6));
    }

    /// z = −1 is ArcFace with m, z = 0 CosFace, z = 1 takes m from the angle and twice m from the cosine, as the
    /// paper says below its equation 14.
    @Test
    void adaFaceIsArcFaceForTheShortestAndCosFaceForTheMiddlingEmbeddings() {
        Expression logit = new AdaFace(10, 64, 0.4, 0.333).targetLogit();

        assertThat(logit.at(new Inputs(DEGREES_60, 0.001, 20, 1)))
                .isCloseTo(new ArcFace(10, 64, 0.4).targetLogit().at(DEGREES_60), within(1e-9));
        assertThat(logit.at(new Inputs(DEGREES_60, 20, 20, 1)))
                .isCloseTo(new CosFace(10, 64, 0.4).targetLogit().at(DEGREES_60), within(1e-9));
        assertThat(logit.at(new Inputs(DEGREES_60, 100, 20, 1))).isCloseTo(-0.1422929, within(1e-6));
    }

    @Test
    void adaFaceWithoutAdaptivityIsCosFace() {
        Expression logit = new AdaFace(10, 64, 0.4, 0).targetLogit();

        assertThat(logit.at(new Inputs(DEGREES_60, 100, 20, 1)))
                .isCloseTo(new CosFace(10, 64, 0.4).targetLogit().at(DEGREES_60), within(1e-9));
    }

    @Test
    void subCentreArcFaceHasArcFacesLogitsAndSeveralCentresEach() {
        ArcFace arcFace = new ArcFace(10, 64, 0.5);
        Head head = new SubCentreArcFace(arcFace, 3);

        assertThat(head.subCentres()).isEqualTo(3);
        assertThat(head.targetLogit()).isEqualTo(arcFace.targetLogit());
        assertThat(head.otherLogit()).isEqualTo(arcFace.otherLogit());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -1})
    void everyLogitAndItsSlopeAreFiniteAtTheEnds(double cosine) {
        for (String name : Heads.names()) {
            Expression logit = made(name).targetLogit();
            double inside = cosine * (1 - 1e-9);
            double rise = logit.at(new Inputs(cosine, 20, 20, 1)) - logit.at(new Inputs(inside, 20, 20, 1));
            assertThat(Math.abs(rise / (cosine - inside))).as(name).isLessThan(64 * 3);
        }
    }

    @Test
    void everyNamedHeadSaysItsName() {
        assertThat(Heads.names()).doesNotHaveDuplicates().isSorted().contains("arcface", "softmax");
        for (String name : Heads.names()) {
            assertThat(made(name).kind()).isEqualTo(Heads.named(name));
            assertThat(made(name).kind().name()).isEqualTo(name);
        }
    }

    @Test
    void noTwoOptionsShareAName() {
        assertThat(Heads.options()).extracting(Option::name).doesNotHaveDuplicates();
    }

    @Test
    void aHeadListensToItsOwnOptionsAndToNoOthers() {
        Options usual = Options.usual(Heads.options());
        for (String name : Heads.names()) {
            Head.Kind kind = Heads.named(name);
            for (Option option : Heads.options()) {
                Head other = kind.maker().make(10, usual.with(option, unusual(option)));
                assertThat(!other.equals(made(name)))
                        .as(option.name() + " of " + name)
                        .isEqualTo(kind.options().contains(option));
            }
        }
    }

    /// Within the option's range, and a whole number where it must be one.
    private static double unusual(Option option) {
        return option.usual() == option.most() ? option.least() : option.most();
    }

    @Test
    void theEndsOfEveryRangeAreAllowedAndNothingBeyond() {
        Options usual = Options.usual(Heads.options());
        for (String name : Heads.names()) {
            Head.Kind kind = Heads.named(name);
            for (Option option : kind.options()) {
                for (double end : new double[] {option.least(), option.most()}) {
                    kind.maker().make(10, usual.with(option, end));
                }
                for (double beyond : new double[] {option.least() - 1, option.most() + 1}) {
                    assertRefused(() -> kind.maker().make(10, usual.with(option, beyond)), option.name());
                }
            }
        }
    }

    private static Head made(String name) {
        return Heads.named(name).maker().make(10, Options.usual(Heads.options()));
    }

    @Test
    void aWrappedHeadIsItsHeadButForOneThing() {
        Head head = new SubCentreArcFace(new ArcFace(10, 64, 0.5), 3);
        Head wrapped = new PartialFc(new SmoothedHead(head, 0.1), 0.5, 1);

        assertThat(wrapped.labelSmoothing()).isEqualTo(0.1);
        assertThat(wrapped.sampling()).hasValue(new CentreSampling(10, 0.5, 1));
        assertThat(wrapped.subCentres()).isEqualTo(3);
        assertThat(wrapped.kind().name()).isEqualTo("subcentrearcface");
        assertThat(wrapped.targetLogit()).isEqualTo(head.targetLogit());
        assertThat(new SmoothedHead(new AdaFace(10, 64, 0.4, 0.333), 0.1).lengths())
                .isPresent();
        assertThat(new SmoothedHead(new Softmax(10), 0.1).similarity()).isEqualTo(Head.Similarity.LINEAR);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertRefused(() -> new CosFace(10, 64, 20), "from a cosine");
        assertRefused(() -> new CombinedMargin(10, 64, 0.5, 0, 0), "[1.0, 4.0]");
        assertRefused(() -> new CombinedMargin(10, 64, 1, 28.6, 0), "degrees");
        assertRefused(() -> new AdaFace(10, 64, 0.4, 33.3), "per cent? then give 0.333");
        assertRefused(() -> new SubCentreArcFace(new ArcFace(10, 64, 0.5), 0), "centres of each identity");
        assertRefused(() -> new SmoothedHead(new Softmax(10), 1), "[0.0, 0.5]");
        assertRefused(() -> new PartialFc(new Softmax(10), 10, 1), "per cent");
        assertRefused(() -> new NormalisedSoftmax(10, Double.NaN), "scale");
        assertRefused(() -> new Softmax(1), "2 identities");
    }

    private static void assertRefused(Runnable making, String why) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}

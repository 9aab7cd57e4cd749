package dev.facewright.ml.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {
    @Test
    void theUnitThatWasMistakenIsNamedAndPutRight() {
        assertThat(message(new ColourJitter(1, 20, 0, 0))).endsWith("is this in percent? then give 0.2");
        assertThat(message(new Mirror(50)))
                .isEqualTo("must be in [0, 1], was 50: it is a probability; is this in percent? then give 0.5");
        assertThat(message(new Cutout(1, 28))).endsWith("is this in pixels? then give 0.25");
        assertThat(message(new Affine(1, 0, 0, 11))).endsWith("is this in pixels? then give 0.1");
        assertThat(message(new Affine(1, 90, 0, 0))).contains("[0, 45]").contains("degrees to either side");
        assertThat(message(new JpegCompression(1, 0, 90))).contains("not a share");
    }

    @Test
    void theEndsOfARangeStandInTheirOrder() {
        assertThat(new GaussianBlur(1, 2, 1).problems())
                .containsExactly(new FieldProblem(
                        "leastSigma",
                        FieldProblem.Rule.ORDER,
                        List.of("2", "1"),
                        "must not be above mostSigma, was 2 and 1"));
        assertThat(new JpegCompression(1, 80, 40).problems())
                .extracting(FieldProblem::field)
                .containsExactly("leastQuality");
        assertThat(new GaussianBlur(1, 1, 1).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1.1", "NaN", "Infinity"})
    void noStepTakesAProbabilityThatIsNone(double probability) {
        AugmentationStep[] steps = {
            new Affine(probability, 1, 0, 0),
            new CoarseDropout(probability, 1, 0.1),
            new ColourJitter(probability, 0, 0, 0),
            new Cutout(probability, 0.1),
            new FaceMask(probability),
            new GaussianBlur(probability, 1, 1),
            new Grayscale(probability),
            new JpegCompression(probability, 50, 60),
            new LowResolution(probability, 0.5),
            new Mirror(probability),
            new QuarterTurn(probability),
            new RandomResizedCrop(probability, 0.5),
            new Sunglasses(probability)
        };

        for (AugmentationStep step : steps) {
            assertThat(step.problems()).extracting(FieldProblem::field).containsExactly("probability");
        }
    }

    private static String message(AugmentationStep step) {
        assertThat(step.problems()).hasSize(1);
        return step.problems().getFirst().message();
    }
}

package dev.facewright.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.augment.Affine;
import dev.facewright.ml.augment.AugmentationStep;
import dev.facewright.ml.augment.CoarseDropout;
import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.augment.Cutout;
import dev.facewright.ml.augment.FaceMask;
import dev.facewright.ml.augment.FieldProblem;
import dev.facewright.ml.augment.GaussianBlur;
import dev.facewright.ml.augment.Grayscale;
import dev.facewright.ml.augment.JpegCompression;
import dev.facewright.ml.augment.LowResolution;
import dev.facewright.ml.augment.Mirror;
import dev.facewright.ml.augment.QuarterTurn;
import dev.facewright.ml.augment.RandomResizedCrop;
import dev.facewright.ml.augment.Sunglasses;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    @Test
    void whatIsSaidAsStepsRunsAsThoseStepsInAFixedOrder() {
        AugmentationStep[] steps = {
            new Sunglasses(0.1),
            new FaceMask(0.2),
            new RandomResizedCrop(0.3, 0.4),
            new Mirror(0.5),
            new QuarterTurn(0.6),
            new Affine(1, 15, 0.2, 0.1),
            new ColourJitter(0.7, 0.2, 0.15, 0.3),
            new Grayscale(0.8),
            new GaussianBlur(0.9, 0.5, 2),
            new LowResolution(0.11, 0.3),
            new JpegCompression(0.12, 30, 90),
            new Cutout(0.13, 0.3),
            new CoarseDropout(0.14, 5, 0.1)
        };

        assertThat(Augmentation.of(steps).steps()).containsExactly(steps);
    }

    @Test
    void everyPresetIsInItsRangesAndNoneDoesNothing() {
        for (AugmentationPreset preset : AugmentationPreset.values()) {
            assertThat(preset.augmentation().problems()).as(preset.name()).isEmpty();
        }
        assertThat(Augmentation.NONE.steps()).allMatch(AugmentationStep::idle);
        assertThat(AugmentationPreset.NONE.augmentation()).isEqualTo(Augmentation.NONE);
    }

    @Test
    void aRecipeOfAnEarlierVersionStillMeansTheSame() {
        Augmentation mild = Augmentation.defaults();

        assertThat(mild.flip()).isTrue();
        assertThat(mild.colourProbability()).isEqualTo(1);
        assertThat(mild.steps())
                .filteredOn(step -> !step.idle())
                .containsExactly(
                        new Mirror(0.5),
                        new Affine(1, 3, 0.03, 0.02),
                        new ColourJitter(1, 0.2, 0.2, 0.2),
                        new GaussianBlur(0.05, 1, 1));
    }

    @Test
    void everyFieldOutOfRangeIsNamedAsTheRecipeNamesIt() {
        Augmentation wrong = Augmentation.of(
                new ColourJitter(2, 2, -1, Double.NaN),
                new Affine(1, 90, 3, 5),
                new GaussianBlur(1.5, 0, 9),
                new JpegCompression(0, 0, 50),
                new CoarseDropout(0, 0, 0.1),
                new FaceMask(-1));

        assertThat(wrong.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "colourProbability",
                        "brightness",
                        "contrast",
                        "saturation",
                        "rotationDegrees",
                        "scale",
                        "translation",
                        "blurProbability",
                        "blurLeastSigma",
                        "blurMostSigma",
                        "jpeg.leastQuality",
                        "dropout.mostHoles",
                        "mask.probability");
    }

    @Test
    void whatARecipeHasNoFieldForIsRefused() {
        assertThatThrownBy(() -> Augmentation.of(new Mirror(0.4))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Augmentation.of(new Affine(0.5, 1, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

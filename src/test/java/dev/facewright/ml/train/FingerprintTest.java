package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.data.CropsInMemory;
import dev.facewright.ml.head.AdaFace;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.CombinedMargin;
import dev.facewright.ml.head.CosFace;
import dev.facewright.ml.head.PartialFc;
import dev.facewright.ml.head.SmoothedHead;
import dev.facewright.ml.head.SubCentreArcFace;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The values are those of runs under way: whoever changes one ends all of these at their next restart.
class FingerprintTest {
    private final CropSource crops = new CropsInMemory(
            Collections.nCopies(10, new byte[CropSource.CROP_BYTES]), List.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0));

    @Test
    void aRunIsKnownByWhatItAlwaysWasKnownBy() {
        assertThat(fingerprint(Recipe.defaults()))
                .isEqualTo("9eefe61a917ed6102ac1c2921cb9ad028eec244c4a3996a1fab42149cc80a9bd");
        assertThat(fingerprint(RecipePreset.named("partial-fc").orElseThrow().recipe()))
                .isEqualTo("58e3645674eaf026b7bc2f19e9dbe05430ae94795e0d6ca36d9caab6ed482bdd");
        assertThat(fingerprint(RecipePreset.named("simclr").orElseThrow().recipe()))
                .isEqualTo("37f648b2c5c047d18dd13836c57514414cf29067b671c6ab478f31f975811e5c");
    }

    @Test
    void everyOptionCounts() {
        HeadRecipe head = HeadRecipe.named("combinedmargin")
                .with(ArcFace.SCALE, 48)
                .with(ArcFace.MARGIN, 0.3)
                .with(CosFace.MARGIN, 0.2)
                .with(CombinedMargin.FACTOR, 1.5)
                .with(AdaFace.MARGIN, 0.45)
                .with(AdaFace.ADAPTIVITY, 0.5)
                .with(SubCentreArcFace.CENTRES, 4)
                .with(PartialFc.RATE, 0.5)
                .with(SmoothedHead.SMOOTHING, 0.1);

        assertThat(fingerprint(with(head)))
                .isEqualTo("1c26d99e826d5aefaefb0b7dcfe85cf859381c876387a6d06cb4cc1631666745");
    }

    private static Recipe with(HeadRecipe head) {
        Recipe usual = Recipe.defaults();
        return usual.but().head(head).recipe();
    }

    private String fingerprint(Recipe recipe) {
        return RunSetup.of(recipe, crops).fingerprint();
    }
}

package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.data.Augmentation;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecipePresetTest {
    @Test
    void everyPresetCanBeTrained() {
        for (RecipePreset preset : RecipePreset.all()) {
            assertThat(preset.recipe().problems()).as(preset.name()).isEmpty();
            assertThat(RecipePreset.named(preset.name())).contains(preset);
        }
    }

    @Test
    void theDefaultsComeFirst() {
        assertThat(RecipePreset.all().getFirst().recipe()).isEqualTo(Recipe.defaults());
    }

    @Test
    void theGuidesRecipeGoesFromATenthToAHundredthEveryTenEpochs() {
        Recipe guide = RecipePreset.named("cosine-restarts").orElseThrow().recipe();
        RunLength length = new RunLength(guide.epochs(), 1000);

        for (int epoch = 0; epoch < guide.epochs(); epoch += 10) {
            assertThat(guide.schedule().learningRateAt(epoch * 1000L, length)).isEqualTo(0.1);
            assertThat(guide.schedule().learningRateAt(epoch * 1000L + 9999, length))
                    .isCloseTo(0.01, within(1e-8));
        }
        assertThat(guide.effectiveBatch()).isEqualTo(512);
    }

    @Test
    void pretrainingComesWithViewsThatAreHardToMatch() {
        for (String name : List.of("simclr", "moco")) {
            Recipe recipe = RecipePreset.named(name).orElseThrow().recipe();
            assertThat(recipe.objective().labelled()).isFalse();
            assertThat(recipe.augmentation()).isEqualTo(Augmentation.contrastive());
        }
    }

    @Test
    void thereIsNoPresetOfAnotherName() {
        assertThat(RecipePreset.named("none")).isEmpty();
    }
}

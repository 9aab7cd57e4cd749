package dev.facewright.platform.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class RecipeFieldTest {
    private final RecipeField patches =
            new RecipeField("network.patchSize", "network", List.of(), JsonNodeFactory.instance.numberNode(8));

    @Test
    void aModelToStartFromTakesTheNetworkOutOfTheRecipe() {
        assertThat(patches.playsPart(Map.of("network.backbone", "vit-tiny", "startFrom", "")))
                .isTrue();
        assertThat(patches.playsPart(Map.of("network.backbone", "vit-tiny", "startFrom", "a model")))
                .isFalse();
    }

    @Test
    void aFormIsToldWhatMustHold() {
        assertThat(patches.conditions()).isEqualTo("startFrom= network.backbone=vit-tiny,vit-small,vit-base");
    }
}

package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.MoCo;
import dev.facewright.ml.head.SubCentreArcFace;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipePreset;
import dev.facewright.platform.training.TrainingProblem.RecipeRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipeJsonTest {
    private final RecipeJson json = new RecipeJson();

    /// As it was stored before options had a type of their own.
    @Test
    void lossesAreWrittenAsFlatGroups() {
        assertThat(json.write(Recipe.defaults()))
                .contains("\"objective\":{\"kind\":\"SUPERVISED\",\"temperature\":0.2,\"projectorDimensions\":128,"
                        + "\"queueSize\":4096,\"keyMomentum\":0.99}")
                .contains("\"head\":{\"name\":\"arcface\",\"scale\":64.0,\"marginRadians\":0.5,\"cosineMargin\":0.35,"
                        + "\"angleFactor\":1.0,\"adaptiveMargin\":0.4,\"adaptivity\":0.333,\"subCentres\":3,"
                        + "\"centreSamplingRate\":1.0,\"labelSmoothing\":0.0}");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        for (RecipePreset preset : RecipePreset.all()) {
            assertThat(json.read(json.write(preset.recipe()))).isEqualTo(preset.recipe());
        }
    }

    @Test
    void optionsThatAreLeftOutAreAsUsual() {
        Recipe read = json.read("""
                {"head": {"name": "subcentrearcface", "subCentres": 2, "scale": 30},
                 "objective": {"kind": "MOCO", "queueSize": 128}}
                """);

        assertThat(read.head().name()).isEqualTo("subcentrearcface");
        assertThat(read.head().options().count(SubCentreArcFace.CENTRES)).isEqualTo(2);
        assertThat(read.head().options().of(ArcFace.SCALE)).isEqualTo(30);
        assertThat(read.head().options().of(ArcFace.MARGIN)).isEqualTo(0.5);
        assertThat(read.objective())
                .isEqualTo(ObjectiveRecipe.of(ObjectiveRecipe.Kind.MOCO).with(MoCo.QUEUE_SIZE, 128));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = ';',
            value = {
                "{'head': {'scale': 'x'}}; head.scale has the wrong type, must be like 64.0",
                "{'head': {'subCentres': 2.5}}; head.subCentres has the wrong type, must be like 3",
                "{'head': {'scale': null}}; head.scale must not be null",
                "{'head': {'scal': 3}}; head.scal is not a field of a recipe; there are name, scale",
                "{'head': {'name': []}}; head.name has the wrong type, must be like \"arcface\"",
                "{'objective': {'kind': 'BYOL'}}; objective.kind has the wrong type, must be like \"SUPERVISED\""
            })
    void whatIsNoOptionOrOfTheWrongTypeIsNamed(String given, String problem) {
        String text = given.replace('\'', '"');

        assertThatThrownBy(() -> json.read(text))
                .isInstanceOfSatisfying(
                        RecipeRefused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(found -> assertThat(found.field() + " " + found.message())
                                        .startsWith(problem)));
    }
}

package dev.facewright.ml.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.head.Heads;
import dev.facewright.ml.head.Option;
import dev.facewright.ml.head.Options;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldUseTest {
    private static final RunLength LENGTH = new RunLength(4, 10);

    @Test
    void aFieldOfTheHeadPlaysAPartWhereItChangesTheHead() {
        for (String name : Heads.names()) {
            Map<String, String> chosen = Map.of("head.name", name, "objective.kind", "SUPERVISED");
            HeadRecipe usual = HeadRecipe.named(name);
            for (Option option : Heads.options()) {
                Head changed = usual.with(option, unusual(option)).head(5, 1);
                assertThat(FieldUse.playsPart("head." + option.name(), chosen))
                        .as(option.name() + " of " + name)
                        .isEqualTo(!changed.equals(usual.head(5, 1)));
            }
        }
    }

    private static double unusual(Option option) {
        return option.usual() == option.most() ? option.least() : option.most();
    }

    @Test
    void aFieldOfTheObjectivePlaysAPartWhereItChangesWhatIsLearnt() {
        for (ObjectiveRecipe.Kind kind : ObjectiveRecipe.Kind.values()) {
            ObjectiveRecipe usual = ObjectiveRecipe.of(kind);
            for (Option option : usual.options().all()) {
                ObjectiveRecipe changed = usual.with(option, unusual(option));
                assertThat(FieldUse.playsPart("objective." + option.name(), Map.of("objective.kind", kind.name())))
                        .as(option.name() + " of " + kind)
                        .isEqualTo(!changed.contrastive().equals(usual.contrastive()));
            }
        }
    }

    @Test
    void aFieldOfTheSchedulePlaysAPartWhereItChangesTheRate() {
        for (Schedule.Kind kind : Schedule.Kind.values()) {
            Map.of(
                            "learningRate", new Schedule(kind, 0.2, 0.05, 3, 2, 2),
                            "finalLearningRate", new Schedule(kind, 0.1, 0.01, 3, 2, 2),
                            "warmupSteps", new Schedule(kind, 0.1, 0.05, 5, 2, 2),
                            "restartEpochs", new Schedule(kind, 0.1, 0.05, 3, 3, 2),
                            "power", new Schedule(kind, 0.1, 0.05, 3, 2, 1))
                    .forEach((field, other) -> assertThat(
                                    FieldUse.playsPart("schedule." + field, Map.of("schedule.kind", kind.name())))
                            .as(field + " of " + kind)
                            .isEqualTo(!rates(other).equals(rates(new Schedule(kind, 0.1, 0.05, 3, 2, 2)))));
        }
    }

    private static List<Double> rates(Schedule schedule) {
        return IntStream.range(0, (int) LENGTH.steps())
                .mapToObj(step -> schedule.learningRateAt(step, LENGTH))
                .toList();
    }

    @Test
    void aFieldOfTheOptimiserPlaysAPartWhereItChangesTheUpdate() {
        for (OptimiserRecipe.Kind kind : OptimiserRecipe.Kind.values()) {
            var usual = new OptimiserRecipe(kind, 0.9, 0.999, 1e-8, 5e-4, 5, 1, 0).settings();
            Map.of(
                            "momentum", new OptimiserRecipe(kind, 0.8, 0.999, 1e-8, 5e-4, 5, 1, 0),
                            "beta2", new OptimiserRecipe(kind, 0.9, 0.99, 1e-8, 5e-4, 5, 1, 0),
                            "epsilon", new OptimiserRecipe(kind, 0.9, 0.999, 1e-6, 5e-4, 5, 1, 0))
                    .forEach((field, other) -> assertThat(
                                    FieldUse.playsPart("optimiser." + field, Map.of("optimiser.kind", kind.name())))
                            .as(field + " of " + kind)
                            .isEqualTo(!other.settings().equals(usual)));
        }
    }

    @Test
    void aFieldOfTheNetworkPlaysAPartWhereItChangesTheNetwork() {
        for (String backbone : Backbones.names()) {
            Map.of(
                            "widthFactor", new BackboneOptions(128, 0.5, Activation.PRELU, 8),
                            "embeddingDimensions", new BackboneOptions(64, 1, Activation.PRELU, 8),
                            "activation", new BackboneOptions(128, 1, Activation.RELU, 8),
                            "patchSize", new BackboneOptions(128, 1, Activation.PRELU, 16))
                    .forEach((field, other) -> assertThat(
                                    FieldUse.playsPart("network." + field, Map.of("network.backbone", backbone)))
                            .as(field + " of " + backbone)
                            .isEqualTo(!plan(backbone, other).equals(plan(backbone, new BackboneOptions(128, 1)))));
        }
    }

    private static String plan(String backbone, BackboneOptions options) {
        var plan = Backbones.named(backbone).plan(options);
        return plan.network() + " " + plan.cost();
    }

    @Test
    void whatIsSwitchedOffByItsOwnValuePlaysNoPart() {
        Map<String, String> recipe = Map.of(
                "objective.kind", "SUPERVISED",
                "head.name", "arcface",
                "head.centreSamplingRate", "1",
                "head.labelSmoothing", "0.1",
                "head.marginRadians", "0",
                "augmentation.flip", "false",
                "augmentation.jpeg.probability", "0",
                "augmentation.jpeg.leastQuality", "40",
                "augmentation.cutout.probability", "0.2",
                "augmentation.cutout.side", "0.3");
        assertThat(recipe.keySet().stream().filter(path -> FieldUse.playsPart(path, recipe)))
                .containsExactlyInAnyOrder(
                        "objective.kind",
                        "head.name",
                        "head.labelSmoothing",
                        "head.marginRadians",
                        "augmentation.cutout.probability",
                        "augmentation.cutout.side");
    }

    @Test
    void aProbabilityOfNothingPlaysNoPart() {
        Map<String, String> none = Map.of(
                "augmentation.colourProbability", "1",
                "augmentation.brightness", "0",
                "augmentation.contrast", "0",
                "augmentation.saturation", "0");
        assertThat(none.keySet()).noneMatch(path -> FieldUse.playsPart(path, none));
    }

    @Test
    void aContrastiveRunHasNoHead() {
        assertThat(FieldUse.playsPart("head.scale", Map.of("head.name", "arcface", "objective.kind", "MOCO")))
                .isFalse();
    }

    @Test
    void everyConditionIsOnAFieldOfARecipe() {
        List<String> paths = Stream.concat(paths(Recipe.class, ""), options()).toList();
        assertThat(paths).contains("augmentation.jpeg.leastQuality", "head.name");
        assertThat(paths.stream()
                        .flatMap(path -> FieldUse.conditions(path).stream())
                        .map(FieldCondition::field))
                .isNotEmpty()
                .isSubsetOf(paths);
        assertThat(FieldUse.paths()).isSubsetOf(paths);
    }

    private static Stream<String> options() {
        Stream<String> heads = Heads.options().stream().map(option -> "head." + option.name());
        return Stream.concat(heads, ObjectiveRecipe.allOptions().stream().map(option -> "objective." + option.name()));
    }

    private static Stream<String> paths(Class<?> type, String prefix) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> paths(component, prefix));
    }

    private static Stream<String> paths(RecordComponent component, String prefix) {
        String path = prefix + component.getName();
        if (component.getType() == Options.class) {
            return Stream.empty();
        }
        return component.getType().isRecord() ? paths(component.getType(), path + ".") : Stream.of(path);
    }
}

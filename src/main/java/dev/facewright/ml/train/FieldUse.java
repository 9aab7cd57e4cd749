package dev.facewright.ml.train;

import static java.util.Map.entry;

import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which fields of a recipe play a part: those of another head, objective or rule than the chosen one do not, nor
/// does what is switched off by its own value.
///
/// Fields are named by their paths and values are texts, the way a form has them.
public final class FieldUse {
    private static final String AUGMENTATION = "augmentation.";
    private static final String PROBABILITY = "probability";

    private static final FieldCondition ADAMW = FieldCondition.is("optimiser.kind", OptimiserRecipe.Kind.ADAMW);
    private static final FieldCondition P_BY_K = FieldCondition.is("sampler.kind", Sampling.Kind.P_BY_K);
    private static final FieldCondition COLOUR = FieldCondition.isNot(AUGMENTATION + "colourProbability", "0");
    private static final FieldCondition BLUR = FieldCondition.isNot(AUGMENTATION + "blurProbability", "0");

    private static final Map<String, FieldCondition> CONDITIONS = joined(
            OptionUse.conditions(),
            Map.ofEntries(
                    entry("network.activation", backbones("mobilefacenet", "iresnet")),
                    entry("network.patchSize", backbones("vit")),
                    entry("sampler.identitiesPerBatch", P_BY_K),
                    entry("sampler.imagesPerIdentity", P_BY_K),
                    entry(
                            "schedule.finalLearningRate",
                            FieldCondition.isNot("schedule.kind", Schedule.Kind.CONSTANT.name())),
                    entry("schedule.restartEpochs", FieldCondition.is("schedule.kind", Schedule.Kind.COSINE_RESTARTS)),
                    entry("schedule.power", FieldCondition.is("schedule.kind", Schedule.Kind.POLYNOMIAL)),
                    entry("optimiser.beta2", ADAMW),
                    entry("optimiser.epsilon", ADAMW),
                    entry("precision.lossScale", FieldCondition.is("precision.type", PrecisionSettings.Type.FP16)),
                    entry(AUGMENTATION + "brightness", COLOUR),
                    entry(AUGMENTATION + "contrast", COLOUR),
                    entry(AUGMENTATION + "saturation", COLOUR),
                    entry(AUGMENTATION + "blurLeastSigma", BLUR),
                    entry(AUGMENTATION + "blurMostSigma", BLUR)));

    /// Values that switch their own field off; in an augmentation it is always 0 or false.
    private static final Map<String, String> OFF = joined(
            OptionUse.off(),
            Map.of(
                    "schedule.warmupSteps", "0",
                    "optimiser.gradientClipNorm", "0",
                    "optimiser.accumulationSteps", "1",
                    "optimiser.emaDecay", "0",
                    "device.devices", "1",
                    "precision.activationCheckpointing", "false"));

    private FieldUse() {}

    /// What the rest of the recipe must say for a field to play a part; all of it, and nothing if it always does.
    ///
    /// @param path  such as `head.scale`
    public static List<FieldCondition> conditions(String path) {
        return Stream.concat(ofGroup(path), Stream.ofNullable(CONDITIONS.get(path)))
                .toList();
    }

    /// @param recipe  its values by path
    public static boolean playsPart(String path, Map<String, String> recipe) {
        return !off(path, recipe) && conditions(path).stream().allMatch(condition -> condition.holds(recipe));
    }

    /// Of all fields that are named here.
    static Stream<String> paths() {
        return Stream.concat(CONDITIONS.keySet().stream(), OFF.keySet().stream());
    }

    private static Stream<FieldCondition> ofGroup(String path) {
        if (path.startsWith("head.")) {
            return Stream.of(FieldCondition.is(OptionUse.OBJECTIVE, ObjectiveRecipe.Kind.SUPERVISED));
        }
        int step = path.lastIndexOf('.') + 1;
        boolean amount = path.startsWith(AUGMENTATION)
                && step > AUGMENTATION.length()
                && !path.substring(step).equals(PROBABILITY);
        return amount ? Stream.of(FieldCondition.isNot(path.substring(0, step) + PROBABILITY, "0")) : Stream.of();
    }

    private static boolean off(String path, Map<String, String> recipe) {
        String value = recipe.getOrDefault(path, "");
        if (!path.startsWith(AUGMENTATION)) {
            return value.equals(OFF.get(path));
        }
        boolean probabilityOfNothing = path.equals(COLOUR.field())
                && Stream.of("brightness", "contrast", "saturation").allMatch(each -> off(AUGMENTATION + each, recipe));
        return value.equals("0") || value.equals("false") || probabilityOfNothing;
    }

    private static <V> Map<String, V> joined(Map<String, V> some, Map<String, V> others) {
        Map<String, V> all = new HashMap<>(some);
        all.putAll(others);
        return Map.copyOf(all);
    }

    private static FieldCondition backbones(String... families) {
        return FieldCondition.is(
                "network.backbone",
                Backbones.names().stream()
                        .filter(name -> Stream.of(families).anyMatch(name::startsWith))
                        .toList());
    }
}

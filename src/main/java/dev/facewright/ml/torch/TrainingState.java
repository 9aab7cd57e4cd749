package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.torch.objective.HeadTensors;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.torch.step.TrainingScript;
import dev.facewright.ml.torch.update.AverageScript;
import dev.facewright.ml.torch.update.LossScaleScript;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Everything that a training program changes: from the same state, the same steps give the same bits.
///
/// @param network  parameters and BatchNorm statistics
/// @param head  what the objective learns and keeps beside the network, each name starting with `head:`
/// @param optimiser  what the optimiser keeps, each name its kind before the parameter's, as `velocity:head:centres`
public record TrainingState(Weights network, Weights head, Weights optimiser) {
    /// The state before the first step: what the objective learns is seeded, there is no momentum yet.
    public static TrainingState fresh(FaceModel model, Objective objective, OptimiserSettings settings, long seed) {
        return fresh(model, objective, TrainingSettings.of(settings), seed);
    }

    /// The same, for settings with a precision of their own.
    public static TrainingState fresh(FaceModel model, Objective objective, TrainingSettings settings, long seed) {
        Weights heads = ObjectiveScript.of(objective, model.network()).fresh(model, seed);
        TrainingState still = new TrainingState(model.weights(), heads, Weights.of(new LinkedHashMap<>()));
        Weights kept = TrainingScript.fresh(model.network(), objective, settings, still.tensors());
        return new TrainingState(still.network(), still.head(), kept);
    }

    /// The network that a finished model carries: the moving average of its weights and statistics where one is
    /// kept, what the last step left otherwise.
    public Weights finished() {
        SequencedMap<String, Tensor> finished = new LinkedHashMap<>();
        network.tensors()
                .forEach((name, last) ->
                        finished.put(name, optimiser.tensors().getOrDefault(AverageScript.name(name), last)));
        return new Weights(finished);
    }

    /// float32 `[identities · subCentres, dimensions]`
    public Tensor centres() {
        return head.get(HeadTensors.CENTRES);
    }

    /// Steps since the fresh state that changed no weight, since their gradient overflowed in float16.
    public long skippedSteps() {
        Tensor counted = optimiser.tensors().get(LossScaleScript.SKIPPED_STEPS);
        return counted == null ? 0 : (long) counted.floats()[0];
    }

    /// Every tensor by name.
    public Weights tensors() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(network.tensors());
        tensors.putAll(head.tensors());
        tensors.putAll(optimiser.tensors());
        return new Weights(tensors);
    }

    /// The same division of other values: what `tensors` put together.
    TrainingState with(Weights tensors) {
        return new TrainingState(pick(network, tensors), pick(head, tensors), pick(optimiser, tensors));
    }

    private static Weights pick(Weights names, Weights values) {
        SequencedMap<String, Tensor> picked = new LinkedHashMap<>();
        names.tensors().forEach((name, old) -> picked.put(name, values.tensors().getOrDefault(name, old)));
        return new Weights(picked);
    }
}

package dev.facewright.ml.torch;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Head;
import dev.facewright.ml.torch.settings.OptimiserSettings;
import dev.facewright.ml.torch.settings.OptimiserSettings.Rule;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.settings.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Steps of a tiny network on a fixed batch, by any settings.
public record Descent(FaceModel model, double[][] images, long[] labels) {
    public static final Head HEAD = new ArcFace(3, 8, 0.5);
    public static final OptimiserSettings PLAIN = new OptimiserSettings(0, 0, 0);
    public static final OptimiserSettings NESTEROV = new OptimiserSettings(0.9, 5e-4, 5);
    public static final OptimiserSettings ADAM_W =
            new OptimiserSettings(new Rule.AdamW(0.9, 0.999, 1e-8), 0.1, 0, 1, 0);

    public static Descent withNorms() {
        return new Descent(
                TinyNetworks.withEveryOperation(), TinyNetworks.images(8, 5), new long[] {0, 2, 1, 2, 0, 1, 1, 0});
    }

    /// Images do not see each other here.
    public static Descent withoutNorms(int images) {
        Random random = new Random(4);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        TinyNetworks.gaussian(weights, random, 0.3, "a.w", 4, 3, 3, 3);
        TinyNetworks.gaussian(weights, random, 0.3, "b.s", 4);
        TinyNetworks.gaussian(weights, random, 0.3, "d.w", 5, 36);
        List<Op> ops = List.of(
                new Op.Conv2d("a", "x", "a.w", null, 2, 1, 1),
                new Op.PRelu("b", "a", "b.s"),
                new Op.Flatten("c", "b"),
                new Op.Linear("d", "c", "d.w", null));
        return new Descent(
                TinyNetworks.model(ops, weights, "d"),
                TinyNetworks.images(images, 6),
                new Random(7).longs(images, 0, 3).toArray());
    }

    public TrainingState fresh(TrainingSettings settings) {
        return TrainingState.fresh(model, HEAD, settings, 11);
    }

    public TrainingProgram open(TrainingSettings settings, TrainingState state) {
        return TrainingProgram.open(model.network(), HEAD, settings, state);
    }

    public StepResult step(TrainingProgram program, double learningRate) {
        return program.step(TinyNetworks.buffer(images), labels, learningRate);
    }

    /// So many steps from the beginning.
    public TrainingState after(TrainingSettings settings, int steps, double learningRate) {
        try (TrainingProgram program = open(settings, fresh(settings))) {
            for (int i = 0; i < steps; i++) {
                step(program, learningRate);
            }
            return program.state();
        }
    }

    /// The gradient at a state's weights: without momentum, it is what descent keeps as its velocity.
    public Weights gradient(TrainingState at, PrecisionSettings precision) {
        TrainingSettings settings = new TrainingSettings(PLAIN, precision);
        TrainingState start =
                new TrainingState(at.network(), at.head(), fresh(settings).optimiser());
        try (TrainingProgram program = open(settings, start)) {
            step(program, 0);
            return program.state().optimiser();
        }
    }

    public Weights gradient(TrainingState at) {
        return gradient(at, PrecisionSettings.FULL);
    }

    public static TrainingSettings full(OptimiserSettings optimiser) {
        return TrainingSettings.of(optimiser);
    }
}

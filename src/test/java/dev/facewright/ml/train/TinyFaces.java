package dev.facewright.ml.train;

import dev.facewright.ml.augment.ColourJitter;
import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.data.CropsInMemory;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Crops that differ by identity in where they are bright, and a network just large enough to tell.
final class TinyFaces {
    static final Schedule SCHEDULE = new Schedule(Schedule.Kind.COSINE, 0.1, 0, 2);

    private static final int SIDE = 112;
    private static final int BLOCK = 16;
    private static final int BLOCKS = SIDE / BLOCK;

    private TinyFaces() {}

    static CropSource of(int identities, int each) {
        List<byte[]> crops = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < identities * each; i++) {
            labels.add(i % identities);
            crops.add(crop(i % identities, new Random(i)));
        }
        return new CropsInMemory(crops, labels);
    }

    private static byte[] crop(int identity, Random noise) {
        boolean[] bright = new boolean[BLOCKS * BLOCKS];
        Random pattern = new Random(1000 + identity);
        for (int i = 0; i < bright.length; i++) {
            bright[i] = pattern.nextBoolean();
        }
        byte[] crop = new byte[CropSource.CROP_BYTES];
        for (int i = 0; i < crop.length; i++) {
            int y = i / 3 / SIDE;
            int x = i / 3 % SIDE;
            int level = bright[y / BLOCK * BLOCKS + x / BLOCK] ? 170 : 80;
            crop[i] = (byte) (level + noise.nextInt(-60, 60));
        }
        return crop;
    }

    static Recipe recipe(int epochs, long seed, Schedule schedule, int checkpointEverySteps) {
        return recipe(
                epochs,
                seed,
                schedule,
                checkpointEverySteps,
                HeadRecipe.defaults().with(ArcFace.SCALE, 16).with(ArcFace.MARGIN, 0.2));
    }

    static Recipe recipe(int epochs, long seed, Schedule schedule, int checkpointEverySteps, HeadRecipe head) {
        Augmentation light = Augmentation.of(new ColourJitter(1, 0.1, 0.1, 0));
        return Recipe.defaults()
                .but()
                .network(new NetworkRecipe("mobilefacenet", 0.125, 16, Activation.PRELU, 8))
                .head(head)
                .epochs(epochs)
                .batchSize(8)
                .schedule(schedule)
                .optimiser(new OptimiserRecipe(0.9, 5e-4, 0))
                .augmentation(light)
                .checkpoints(new CheckpointRule(checkpointEverySteps))
                .seed(seed)
                .recipe();
    }

    /// The same in all but how its steps are made.
    static Recipe stepping(
            Recipe plain,
            ObjectiveRecipe objective,
            int batchSize,
            OptimiserRecipe optimiser,
            PrecisionRecipe precision) {
        return plain.but()
                .objective(objective)
                .batchSize(batchSize)
                .optimiser(optimiser)
                .precision(precision)
                .recipe();
    }

    /// AdamW with an average in float16, whose loss scale of 2²⁴ is too high for these gradients at first.
    ///
    /// @param batches  that accumulate
    static Recipe averagedHalfPrecision(Recipe plain, int batches) {
        return stepping(
                plain,
                plain.objective(),
                plain.batchSize(),
                OptimiserRecipe.adamW(0.05, 1, batches, 0.99),
                new PrecisionRecipe(PrecisionSettings.Type.FP16, 1 << 24, true));
    }

    static FaceModel network() {
        List<Op> ops = List.of(
                new Op.Conv2d("conv", "x", "conv.w", null, BLOCK, 0, 1),
                new Op.BatchNorm("norm", "conv", "norm.g", "norm.b", "norm.m", "norm.v", 1e-5),
                new Op.PRelu("active", "norm", "active.s"),
                new Op.Flatten("flat", "active"),
                new Op.Linear("y", "flat", "linear.w", null));
        Map<String, Tensor> weights = plainWeights(1);
        weights.put("norm.g", Tensor.filled(1, 4));
        weights.put("norm.b", Tensor.filled(0, 4));
        weights.put("norm.m", Tensor.filled(0, 4));
        weights.put("norm.v", Tensor.filled(1, 4));
        weights.put("active.s", Tensor.filled(0.25f, 4));
        return model(ops, weights);
    }

    /// As an import with its norms folded away.
    ///
    /// @param factor  of the convolution's weights
    static FaceModel withoutNorms(double factor) {
        List<Op> ops = List.of(
                new Op.Conv2d("conv", "x", "conv.w", null, BLOCK, 0, 1),
                new Op.Flatten("flat", "conv"),
                new Op.Linear("y", "flat", "linear.w", null));
        return model(ops, plainWeights(factor));
    }

    private static Map<String, Tensor> plainWeights(double factor) {
        Random random = new Random(3);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("conv.w", gaussian(random, 0.05 * factor, 4, 3, BLOCK, BLOCK));
        weights.put("linear.w", gaussian(random, 0.1, 16, 4 * BLOCKS * BLOCKS));
        return weights;
    }

    private static FaceModel model(List<Op> ops, Map<String, Tensor> weights) {
        return new FaceModel(new Network("tiny", "x", 3, SIDE, ops, "y"), Weights.of(weights), Preprocessing.ARCFACE);
    }

    static Tensor gaussian(int... shape) {
        return gaussian(new Random(3), 0.1, shape);
    }

    private static Tensor gaussian(Random random, double deviation, int... shape) {
        Tensor tensor = Tensor.filled(0, shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.floats()[i] = (float) (random.nextGaussian() * deviation);
        }
        return tensor;
    }
}

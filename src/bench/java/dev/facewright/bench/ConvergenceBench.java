package dev.facewright.bench;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.train.Checkpoint;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;
import dev.facewright.ml.train.TrainingObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Softmax, ArcFace and CosFace on the same crops, network and seeds: how many epochs each needs to the same
/// accuracy on the test pairs of LFW View 1. Trains on people of View 1's own training part, none of whom is in
/// the pairs. The threshold is cross-validated over ten folds of the pairs.
///
/// Arguments: epochs (default 10), seeds (default 2). Reads LFW and the detector from `FACEWRIGHT_FIXTURES`, and
/// writes the chart beside the program's output, as `target/convergence.svg`.
public final class ConvergenceBench {
    private static final List<String> HEADS = List.of("softmax", "arcface", "cosface");
    private static final double[] LEVELS = {0.70, 0.725, 0.75, 0.775, 0.80, 0.825, 0.85};
    private static final int LEAST_IMAGES = 5;
    private static final int MOST_IMAGES = 10;
    private static final Path CHART = Path.of("target/convergence.svg");

    private ConvergenceBench() {}

    public static void main(String... arguments) throws IOException {
        int epochs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("FACEWRIGHT_FIXTURES"), "../shared/data"));
        if (!Files.exists(folder.resolve("lfw/protocol/pairsDevTest.txt"))) {
            System.out.println("No LFW in " + folder + "; set FACEWRIGHT_FIXTURES to the folder with models and lfw.");
            return;
        }
        LfwCrops crops = LfwCrops.load(folder, LEAST_IMAGES, MOST_IMAGES);
        System.out.printf(
                "%d crops of %d people, %d test pairs, %d epochs, mean of %d seeds%n",
                crops.training().size(), crops.training().identities(), crops.pairs().size(), epochs, seeds);
        Map<String, double[]> curves = new LinkedHashMap<>();
        for (String head : HEADS) {
            curves.put(head, curve(crops, head, epochs, seeds));
        }
        table(curves);
        Files.createDirectories(CHART.getParent());
        Files.writeString(CHART, LineChart.svg("LFW View 1 accuracy by epoch", "epoch", "accuracy, %", curves));
        System.out.println("Chart: " + CHART.toAbsolutePath());
    }

    /// Accuracy after each epoch, mean over the seeds.
    private static double[] curve(LfwCrops crops, String head, int epochs, int seeds) {
        double[] sum = new double[epochs];
        for (int seed = 1; seed <= seeds; seed++) {
            List<Double> accuracies = accuracies(crops, recipe(head, epochs, seed));
            System.out.println(head + ", seed " + seed + ": " + accuracies);
            IntStream.range(0, epochs).forEach(i -> sum[i] += accuracies.get(i) / seeds);
        }
        return sum;
    }

    private static List<Double> accuracies(LfwCrops crops, Recipe recipe) {
        List<Double> accuracies = new ArrayList<>();
        TrainingObserver tester = new TrainingObserver() {
            @Override
            public void onCheckpoint(Checkpoint checkpoint) {
                accuracies.add(crops.verify(checkpoint.model()).meanAccuracy());
            }
        };
        FaceModel start = StridedNetwork.build(recipe.seed());
        BenchRun.train(recipe, crops.training(), start, tester);
        return accuracies;
    }

    private static Recipe recipe(String head, int epochs, long seed) {
        return Recipe.defaults()
                .but()
                .head(HeadRecipe.named(head).with(ArcFace.SCALE, 32))
                .epochs(epochs)
                .batchSize(64)
                .schedule(new Schedule(Schedule.Kind.COSINE, 0.05, 1e-4, 50))
                .checkpoints(new CheckpointRule(0))
                .seed(seed)
                .recipe();
    }

    /// The first epoch at which each accuracy is reached.
    private static void table(Map<String, double[]> curves) {
        System.out.printf("%-10s", "epochs to");
        for (double level : LEVELS) {
            System.out.printf(Locale.ROOT, " %6.1f%%", level * 100);
        }
        System.out.printf(" %7s %7s%n", "best", "last");
        curves.forEach((head, curve) -> {
            System.out.printf("%-10s", head);
            for (double level : LEVELS) {
                int epoch = IntStream.range(0, curve.length)
                        .filter(i -> curve[i] >= level)
                        .findFirst()
                        .orElse(-1);
                System.out.printf(" %7s", epoch < 0 ? "never" : Integer.toString(epoch + 1));
            }
            double best = Arrays.stream(curve).max().orElseThrow();
            System.out.printf(Locale.ROOT, " %6.1f%% %6.1f%%%n", best * 100, curve[curve.length - 1] * 100);
        });
    }
}

package dev.facewright.bench;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.CropsInMemory;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.head.Contrastive;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;
import dev.facewright.ml.train.TrainingObserver;
import dev.facewright.ml.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Whether SimCLR on unlabelled images helps a supervised run on few labels. Unlabelled: every image of the people
/// of LFW View 1's training part; labelled: a few of these people, drawn at random, with four images each; tested
/// on the pairs of its test part, none of whom is in training, with a threshold cross-validated over ten folds of
/// the pairs. Same fresh network, people and seeds without and with; a figure of one seed is the mean of four
/// draws of people, what is quoted the mean over the seeds and the standard error of their paired differences.
///
/// Arguments: epochs of pretraining (default 10), seeds (default 4), epochs of fine-tuning (default 30). Reads LFW
/// and the detector from `FACEWRIGHT_FIXTURES`.
public final class PretrainingBench {
    private static final int DRAWS = 4;
    private static final List<Labelled> LABELLED =
            List.of(new Labelled(10, 0.05), new Labelled(20, 0.05), new Labelled(60, 0.1));

    /// @param learningRate  of both runs, chosen for the one without pretraining on a seed that is not shown
    private record Labelled(int people, double learningRate) {}

    private final LfwCrops crops;
    private final int pretrainingEpochs;
    private final int tuningEpochs;
    private final Map<Integer, PairedSamples> accuracies = new LinkedHashMap<>();
    private final Map<Integer, PairedSamples> areas = new LinkedHashMap<>();

    private PretrainingBench(LfwCrops crops, int pretrainingEpochs, int tuningEpochs) {
        this.crops = crops;
        this.pretrainingEpochs = pretrainingEpochs;
        this.tuningEpochs = tuningEpochs;
    }

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("FACEWRIGHT_FIXTURES"), "../shared/data"));
        if (!Files.exists(folder.resolve("lfw/protocol/pairsDevTest.txt"))) {
            System.out.println("No LFW in " + folder + "; set FACEWRIGHT_FIXTURES to the folder with models and lfw.");
            return;
        }
        LfwCrops crops = LfwCrops.load(folder, 1, Integer.MAX_VALUE);
        PretrainingBench bench = new PretrainingBench(crops, argument(arguments, 0, 10), argument(arguments, 2, 30));
        bench.run(argument(arguments, 1, 4));
    }

    private void run(int seeds) {
        System.out.printf(
                "SimCLR for %d epochs on %d unlabelled crops; ArcFace for %d epochs on %d crops each of few people; %d"
                        + " test pairs%n",
                pretrainingEpochs, crops.training().size(), tuningEpochs, FewLabels.IMAGES_EACH, crops.pairs().size());
        for (int seed = 1; seed <= seeds; seed++) {
            FaceModel fresh = StridedNetwork.build(seed);
            FaceModel pretrained = train(pretraining(seed), crops.training(), fresh);
            print(seed, "fresh, nothing learnt", crops.verify(fresh));
            print(seed, "SimCLR, no label", crops.verify(pretrained));
            for (Labelled labelled : LABELLED) {
                compare(seed, labelled, fresh, pretrained);
            }
        }
        table("accuracy, %", 100, accuracies);
        table("AUC", 1, areas);
    }

    private void compare(int seed, Labelled labelled, FaceModel fresh, FaceModel pretrained) {
        int people = labelled.people();
        double[] without = tuned(seed, labelled, fresh);
        double[] with = tuned(seed, labelled, pretrained);
        accuracies.computeIfAbsent(people, _ -> new PairedSamples()).add(without[0], with[0]);
        areas.computeIfAbsent(people, _ -> new PairedSamples()).add(without[1], with[1]);
        System.out.printf(
                Locale.ROOT,
                "%4d  %-26s %8.1f%% %7.3f  without, %8.1f%% %7.3f  with SimCLR%n",
                seed,
                people + " labelled people",
                without[0] * 100,
                without[1],
                with[0] * 100,
                with[1]);
    }

    /// @return accuracy and area under the ROC, means over the draws
    private double[] tuned(int seed, Labelled labelled, FaceModel start) {
        double[] sums = new double[2];
        for (int draw = 0; draw < DRAWS; draw++) {
            CropsInMemory few = FewLabels.draw(crops.training(), labelled.people(), (long) DRAWS * seed + draw);
            VerificationReport report = crops.verify(train(tuning(labelled.learningRate(), seed), few, start));
            sums[0] += report.meanAccuracy() / DRAWS;
            sums[1] += report.auc() / DRAWS;
        }
        return sums;
    }

    private Recipe pretraining(long seed) {
        ObjectiveRecipe simClr = ObjectiveRecipe.of(ObjectiveRecipe.Kind.SIMCLR).with(Contrastive.TEMPERATURE, 0.1);
        Schedule schedule = new Schedule(Schedule.Kind.COSINE, 0.1, 1e-4, 20);
        return recipe(simClr, pretrainingEpochs, 128, schedule, Augmentation.contrastive(), seed);
    }

    private Recipe tuning(double rate, long seed) {
        Schedule schedule = new Schedule(Schedule.Kind.COSINE, rate, 1e-4, 20);
        return recipe(ObjectiveRecipe.SUPERVISED, tuningEpochs, 32, schedule, Augmentation.defaults(), seed);
    }

    private static Recipe recipe(
            ObjectiveRecipe objective,
            int epochs,
            int batchSize,
            Schedule schedule,
            Augmentation augmentation,
            long seed) {
        return Recipe.defaults()
                .but()
                .objective(objective)
                .head(HeadRecipe.defaults().with(ArcFace.SCALE, 32).with(ArcFace.MARGIN, 0.3))
                .epochs(epochs)
                .batchSize(batchSize)
                .schedule(schedule)
                .augmentation(augmentation)
                .checkpoints(new CheckpointRule(0))
                .seed(seed)
                .recipe();
    }

    private static FaceModel train(Recipe recipe, CropsInMemory crops, FaceModel start) {
        return BenchRun.train(recipe, crops, start, TrainingObserver.NONE);
    }

    private static void print(int seed, String what, VerificationReport report) {
        System.out.printf(
                Locale.ROOT, "%4d  %-26s %8.1f%% %7.3f%n", seed, what, report.meanAccuracy() * 100, report.auc());
    }

    private static void table(String measure, int unit, Map<Integer, PairedSamples> samples) {
        System.out.printf("%-18s %9s %9s %11s %9s%n", measure, "without", "with", "difference", "SE");
        samples.forEach((people, paired) -> System.out.printf(
                Locale.ROOT,
                "%-18s %9.3f %9.3f %+11.3f %9.3f%n",
                people + " people",
                paired.meanWithout() * unit,
                paired.meanWith() * unit,
                paired.meanDifference() * unit,
                paired.standardError() * unit));
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}

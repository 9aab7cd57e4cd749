package dev.facewright.bench;

import dev.facewright.ml.data.Augmentation;
import dev.facewright.ml.data.CropsInMemory;
import dev.facewright.ml.data.Sampling;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.EpochReport;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.NetworkRecipe;
import dev.facewright.ml.train.ObjectiveRecipe;
import dev.facewright.ml.train.OptimiserRecipe;
import dev.facewright.ml.train.PrecisionRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;
import dev.facewright.ml.train.StopSignal;
import dev.facewright.ml.train.Trainer;
import dev.facewright.ml.train.TrainingObserver;
import dev.facewright.ml.train.TrainingResult.Completed;
import dev.facewright.ml.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Whether SimCLR on unlabelled images helps a supervised run on few labels. Unlabelled: images of the people of
/// LFW View 1's training part; labelled: some of these people with four images each; tested on the pairs of its
/// test part, none of whom is in training, with a threshold cross-validated over ten folds of the pairs. Same
/// network, crops and seeds with and without.
///
/// Arguments: epochs of pretraining (default 8), labelled people (default 60), epochs of fine-tuning (default
/// 30), seeds (default 1). Reads LFW and the detector from `FACEWRIGHT_FIXTURES`.
public final class PretrainingBench {
    private static final int IMAGES_EACH = 4;

    private PretrainingBench() {}

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("FACEWRIGHT_FIXTURES"), "../shared/data"));
        if (!Files.exists(folder.resolve("lfw/protocol/pairsDevTest.txt"))) {
            System.out.println("No LFW in " + folder + "; set FACEWRIGHT_FIXTURES to the folder with models and lfw.");
            return;
        }
        int pretraining = argument(arguments, 0, 8);
        int tuning = argument(arguments, 2, 30);
        LfwCrops crops = LfwCrops.load(folder, 1, IMAGES_EACH);
        CropsInMemory few = few(crops.training(), argument(arguments, 1, 60));
        System.out.printf(
                "SimCLR on %d unlabelled crops for %d epochs; ArcFace on %d crops of %d people for %d epochs; %d test"
                        + " pairs%n",
                crops.training().size(), pretraining, few.size(), few.identities(), tuning, crops.pairs().size());
        System.out.printf("%4s  %-26s %9s %7s%n", "seed", "", "accuracy", "AUC");
        for (int seed = 1; seed <= argument(arguments, 3, 1); seed++) {
            FaceModel fresh = StridedNetwork.build(seed);
            FaceModel pretrained = train(pretraining(pretraining, seed), crops.training(), fresh);
            print(seed, "fresh, nothing learnt", crops.verify(fresh));
            print(seed, "SimCLR, no label", crops.verify(pretrained));
            print(seed, "few labels, from fresh", crops.verify(train(tuning(tuning, seed), few, fresh)));
            print(seed, "few labels, from SimCLR", crops.verify(train(tuning(tuning, seed), few, pretrained)));
        }
    }

    /// The first people who have as many images as are used of anybody.
    private static CropsInMemory few(CropsInMemory all, int people) {
        List<byte[]> crops = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int from = 0, to; from < all.size() && labels.size() < people * IMAGES_EACH; from = to) {
            to = all.labels().lastIndexOf(all.labels().get(from)) + 1;
            if (to - from == IMAGES_EACH) {
                crops.addAll(all.crops().subList(from, to));
                labels.addAll(Collections.nCopies(IMAGES_EACH, labels.size() / IMAGES_EACH));
            }
        }
        return new CropsInMemory(crops, labels);
    }

    private static Recipe pretraining(int epochs, long seed) {
        return new Recipe(
                NetworkRecipe.defaults(),
                new ObjectiveRecipe(ObjectiveRecipe.Kind.SIMCLR, 0.2, 128, 4096, 0.99),
                HeadRecipe.defaults(),
                epochs,
                128,
                Sampling.UNIFORM,
                new Schedule(Schedule.Kind.COSINE, 0.1, 1e-4, 20),
                OptimiserRecipe.defaults(),
                PrecisionRecipe.defaults(),
                Augmentation.contrastive(),
                new CheckpointRule(0),
                seed);
    }

    private static Recipe tuning(int epochs, long seed) {
        return new Recipe(
                NetworkRecipe.defaults(),
                ObjectiveRecipe.SUPERVISED,
                new HeadRecipe("arcface", 32, 0.3),
                epochs,
                32,
                Sampling.UNIFORM,
                new Schedule(Schedule.Kind.COSINE, 0.05, 1e-4, 20),
                OptimiserRecipe.defaults(),
                PrecisionRecipe.defaults(),
                Augmentation.defaults(),
                new CheckpointRule(0),
                seed);
    }

    private static FaceModel train(Recipe recipe, CropsInMemory crops, FaceModel start) {
        TrainingObserver log = new TrainingObserver() {
            @Override
            public void onEpoch(EpochReport report) {
                System.err.println(report);
            }
        };
        return ((Completed) new Trainer().train(recipe, crops, start, null, log, StopSignal.NEVER)).model();
    }

    private static void print(int seed, String what, VerificationReport report) {
        System.out.printf(Locale.ROOT, "%4d  %-26s %8.1f%% %7.3f%n", seed, what, report.meanAccuracy() * 100, report.auc());
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }
}

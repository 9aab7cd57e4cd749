package dev.facewright.ml.train;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingSettings;
import dev.facewright.ml.torch.TrainingState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run begins with, once recipe, crops and checkpoint are known to fit together.
record RunSetup(
        Recipe recipe, CropSource crops, FaceModel model, Objective objective, TrainingState state, Progress progress) {
    // Centres and weights must not be the same numbers when both come from the recipe's seed.
    private static final long CENTRES_SALT = 0x5deece66dL;
    private static final int CROP_SIDE = 112;

    /// @throws IllegalArgumentException if the recipe has problems, or crops or start model cannot be trained
    ///     with
    /// @throws CheckpointMismatch if the checkpoint is of another run
    static RunSetup of(Recipe recipe, CropSource crops, @Nullable FaceModel start, @Nullable Checkpoint resume) {
        check(recipe, crops);
        Objective objective = objective(recipe, crops);
        if (resume != null) {
            if (!resume.runFingerprint().equals(fingerprint(recipe, crops))) {
                throw new CheckpointMismatch();
            }
            TrainingState state = new TrainingState(resume.model().weights(), resume.head(), resume.optimiser());
            return new RunSetup(recipe, crops, resume.model(), objective, state, resume.progress());
        }
        FaceModel model = start == null ? recipe.network().build(recipe.seed()) : start;
        if (model.network().side() != CROP_SIDE || model.network().channels() != 3) {
            throw new IllegalArgumentException(
                    "The start model takes " + model.network().channels() + " channels of "
                            + model.network().side() + " pixels, crops have 3 of " + CROP_SIDE);
        }
        TrainingState state = TrainingState.fresh(model, objective, settings(recipe), recipe.seed() ^ CENTRES_SALT);
        return new RunSetup(recipe, crops, model, objective, state, Progress.START);
    }

    TrainingProgram open() {
        return TrainingProgram.open(model.network(), objective, settings(recipe), state);
    }

    private static TrainingSettings settings(Recipe recipe) {
        return new TrainingSettings(
                recipe.optimiser().settings(), recipe.precision().settings());
    }

    String fingerprint() {
        return fingerprint(recipe, crops);
    }

    private static void check(Recipe recipe, CropSource crops) {
        List<RecipeProblem> problems = recipe.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.stream()
                    .map(problem -> problem.field() + " " + problem.message())
                    .collect(Collectors.joining("; ")));
        }
        int identities = recipe.objective().labelled() ? 2 : 1;
        if (crops.size() < 2 || crops.identities() < identities) {
            throw new IllegalArgumentException(
                    "Training needs at least two crops and, with a head, two identities, got " + crops.size() + " of "
                            + crops.identities());
        }
    }

    private static Objective objective(Recipe recipe, CropSource crops) {
        return recipe.objective()
                .contrastive()
                .<Objective>map(contrastive -> contrastive)
                .orElseGet(() -> recipe.head().head(crops.identities(), recipe.seed()));
    }

    private static String fingerprint(Recipe recipe, CropSource crops) {
        String text = recipe + " " + crops.size() + " " + crops.identities();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

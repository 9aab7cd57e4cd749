package dev.facewright.ml.train;

import dev.facewright.ml.data.CropSource;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.head.Objective;
import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.torch.TrainingDevices;
import dev.facewright.ml.torch.TrainingProgram;
import dev.facewright.ml.torch.TrainingState;
import dev.facewright.ml.torch.settings.TrainingSettings;
import dev.facewright.ml.train.Checkpoint.CheckpointMismatch;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run is about, once recipe and crops are known to fit together.
record RunSetup(
        Recipe recipe,
        CropSource crops,
        Objective objective,
        TrainingDevices devices,
        String fingerprint,
        Numerics numerics) {
    // Centres and weights must not be the same numbers when both come from the recipe's seed.
    private static final long CENTRES_SALT = 0x5deece66dL;
    private static final int CROP_SIDE = 112;

    /// @throws IllegalArgumentException if the recipe has problems, or the crops cannot be trained with
    /// @throws DeviceNotFound if this process has not what the recipe asks for
    static RunSetup of(Recipe recipe, CropSource crops) {
        check(recipe, crops);
        TrainingDevices devices = recipe.device().choose(TorchEngine.gpus());
        return new RunSetup(
                recipe, crops, objective(recipe, crops), devices, fingerprint(recipe, crops), Numerics.here(devices));
    }

    /// Where the run begins: at the checkpoint, or before its first step.
    ///
    /// @throws IllegalArgumentException if the start model cannot be trained on
    /// @throws CheckpointMismatch if the checkpoint is of another run
    Checkpoint begin(@Nullable FaceModel start, @Nullable Checkpoint resume) {
        if (resume != null) {
            if (!resume.runFingerprint().equals(fingerprint)) {
                throw new CheckpointMismatch();
            }
            return resume;
        }
        FaceModel model = start == null ? recipe.network().build(recipe.seed()) : start;
        if (model.network().side() != CROP_SIDE || model.network().channels() != 3) {
            throw new IllegalArgumentException(
                    "The start model takes " + model.network().channels() + " channels of "
                            + model.network().side() + " pixels, crops have 3 of " + CROP_SIDE);
        }
        TrainingState state =
                TrainingState.fresh(model, objective, settings(Adjustments.NONE), recipe.seed() ^ CENTRES_SALT);
        return checkpoint(Progress.START, Adjustments.NONE, model, state);
    }

    Checkpoint checkpoint(Progress progress, Adjustments adjustments, FaceModel model, TrainingState state) {
        return new Checkpoint(progress, adjustments, numerics, fingerprint, model, state.head(), state.optimiser());
    }

    TrainingProgram open(Checkpoint from) {
        TrainingState state = new TrainingState(from.model().weights(), from.head(), from.optimiser());
        return TrainingProgram.open(from.model().network(), objective, settings(from.adjustments()), state, devices);
    }

    /// Whose mean gradient makes one step.
    int parts(Adjustments adjustments) {
        return recipe.optimiser().accumulationSteps() * adjustments.batchSplit();
    }

    private TrainingSettings settings(Adjustments adjustments) {
        return new TrainingSettings(
                recipe.optimiser().accumulating(parts(adjustments)).settings(),
                recipe.precision().settings());
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
        String text = recipe.on(DeviceRecipe.defaults()) + " " + crops.size() + " " + crops.identities();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}

package dev.facewright.platform.training;

import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.models.ModelVersionId;
import org.jspecify.annotations.Nullable;

/// @param name  of the run and of the model that comes of it; never a person's
/// @param startFrom  whose network and weights to go on from; null for a fresh network
public record NewRun(
        String name,
        DatasetVersionId dataset,
        Recipe recipe,
        @Nullable ModelVersionId startFrom) {}

package dev.facewright.platform.training;

import dev.facewright.ml.data.CropCache;
import dev.facewright.ml.data.CropSource;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.models.ModelRegistry;
import org.springframework.stereotype.Component;

/// Opens sealed versions for training.
@Component
class TrainingCrops {
    private final Datasets datasets;
    private final ModelRegistry models;
    private final TrainingSettings settings;

    TrainingCrops(Datasets datasets, ModelRegistry models, TrainingSettings settings) {
        this.datasets = datasets;
        this.models = models;
        this.settings = settings;
    }

    /// Reads from it throw the refusals of `Datasets.requireUsable`, and of `ModelRegistry.requireUsable` for what the
    /// run goes on from, as soon as someone withdraws: the weights in memory rest on consents too.
    CropSource open(RunView run, Split split) {
        DatasetVersionId version = run.dataset();
        requireUsable(run);
        datasets.requireProven(version);
        CropSource sealed = new SealedCropSource(datasets.open(version, split, Purpose.TRAINING));
        return new WatchedCrops(
                new CropCache(sealed, settings.cropCache().toBytes()),
                () -> requireUsable(run),
                settings.consentCheck(),
                System::nanoTime);
    }

    private void requireUsable(RunView run) {
        datasets.requireUsable(run.dataset(), Purpose.TRAINING);
        if (run.startFrom() != null) {
            models.requireUsable(run.startFrom());
        }
    }
}

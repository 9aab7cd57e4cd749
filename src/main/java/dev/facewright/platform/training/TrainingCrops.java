package dev.facewright.platform.training;

import dev.facewright.ml.data.CropCache;
import dev.facewright.ml.data.CropSource;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Split;
import org.springframework.stereotype.Component;

/// Opens sealed versions for training.
@Component
class TrainingCrops {
    private final Datasets datasets;
    private final TrainingSettings settings;

    TrainingCrops(Datasets datasets, TrainingSettings settings) {
        this.datasets = datasets;
        this.settings = settings;
    }

    /// Reads from it throw the refusals of `Datasets.requireUsable` as soon as someone withdraws.
    CropSource open(DatasetVersionId version, Split split) {
        datasets.requireUsable(version, Purpose.TRAINING);
        datasets.requireProven(version);
        CropSource sealed = new SealedCropSource(datasets.open(version, split, Purpose.TRAINING));
        return new WatchedCrops(
                new CropCache(sealed, settings.cropCache().toBytes()),
                () -> datasets.requireUsable(version, Purpose.TRAINING),
                settings.consentCheck(),
                System::nanoTime);
    }
}

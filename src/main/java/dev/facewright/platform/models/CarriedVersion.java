package dev.facewright.platform.models;

import dev.facewright.platform.datasets.DatasetVersionId;

/// A dataset version that a model carries in it, and what it was used for.
///
/// @param direct  false if it came with what the model goes on from
public record CarriedVersion(DatasetVersionId version, Use use, boolean direct) {
    public enum Use {
        TRAINED_ON,
        CALIBRATED_ON,
        /// A teacher was trained on it.
        DISTILLED_FROM
    }

    public static CarriedVersion trainedOn(DatasetVersionId version) {
        return new CarriedVersion(version, Use.TRAINED_ON, true);
    }

    public static CarriedVersion calibratedOn(DatasetVersionId version) {
        return new CarriedVersion(version, Use.CALIBRATED_ON, true);
    }

    public static CarriedVersion distilledFrom(DatasetVersionId version) {
        return new CarriedVersion(version, Use.DISTILLED_FROM, true);
    }

    CarriedVersion inherited() {
        return new CarriedVersion(version, use, false);
    }
}

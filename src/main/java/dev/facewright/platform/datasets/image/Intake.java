package dev.facewright.platform.datasets.image;

import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.RefusalReason;

/// What became of an image that was offered to a dataset.
public sealed interface Intake {
    record Accepted(ImageId id) implements Intake {}

    /// The dataset had it already, of the same subject.
    record Duplicate(ImageId id) implements Intake {}

    record NotTaken(RefusalReason reason) implements Intake {}
}

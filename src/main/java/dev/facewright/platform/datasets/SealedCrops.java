package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;

/// The aligned crops of one split of a sealed version, in the order of its manifest. Safe for use by
/// several threads.
public interface SealedCrops {
    /// Crops in this split.
    int size();

    /// Subjects in the whole version: labels of both splits lie in [0, identities).
    int identities();

    SubjectId subject(int index);

    ImageId image(int index);

    /// @return in [0, identities), the same for the same subject in both splits
    int label(int index);

    /// Fetches, decrypts and verifies one crop.
    ///
    /// @param target  uint8 `[112, 112, 3]`, RGB: 37,632 bytes
    /// @throws DatasetProblem.DatasetVersionRevokedProblem if a consent the version rests on has ended
    /// @throws DatasetProblem.SealedImageDamaged if the content is not what was sealed
    void read(int index, byte[] target);
}

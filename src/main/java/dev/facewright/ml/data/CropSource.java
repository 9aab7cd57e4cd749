package dev.facewright.ml.data;

import dev.facewright.ml.image.FaceAligner;

/// Labelled, aligned crops that can be read in any order. `read` is called by several threads at once.
public interface CropSource {
    /// Bytes of one crop: uint8 `[112, 112, 3]`, RGB.
    int CROP_BYTES = FaceAligner.CROP_BYTES;

    /// How many crops there are.
    int size();

    /// How many different labels there are.
    int identities();

    /// @param index  in [0, size)
    /// @return in [0, identities)
    int label(int index);

    /// Fills `target`, which holds `CROP_BYTES`. What it throws reaches whoever asks for the batch.
    ///
    /// @param index  in [0, size)
    void read(int index, byte[] target);
}

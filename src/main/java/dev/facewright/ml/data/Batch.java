package dev.facewright.ml.data;

import java.nio.FloatBuffer;

/// What one training step sees.
///
/// @param images  direct, native byte order, float32 `[views * count, 3, 112, 112]` from position 0 to the limit,
///     all first views before all second ones; valid until the next batch is asked for, so copy it or use it up before
/// @param labels  int64 `[count]`
public record Batch(FloatBuffer images, long[] labels) {
    /// Crops, however many views of each there are.
    public int count() {
        return labels.length;
    }
}

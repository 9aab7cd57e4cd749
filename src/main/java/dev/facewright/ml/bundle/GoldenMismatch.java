package dev.facewright.ml.bundle;

import java.util.Locale;

/// The exported model does not answer as the trainer did, so no bundle was written.
///
/// The difference is `max |exported - reference| / max(1, max |reference|)`: absolute for small embeddings,
/// relative to the largest value for large ones, since float32 keeps about seven digits of those.
public final class GoldenMismatch extends RuntimeException {
    private final double maximumDifference;

    GoldenMismatch(double maximumDifference, double tolerance) {
        super(String.format(
                Locale.ROOT,
                "The exported model differs from the trainer by %.3g on the golden inputs; at most %.0e is allowed",
                maximumDifference,
                tolerance));
        this.maximumDifference = maximumDifference;
    }

    /// @throws IllegalArgumentException if there are not as many embeddings of the same length on both sides
    static double difference(float[][] exported, float[][] reference) {
        double largest = 1;
        double difference = 0;
        for (int row = 0; row < reference.length; row++) {
            if (exported[row].length != reference[row].length) {
                throw new IllegalArgumentException("The model gives " + exported[row].length
                        + " dimensions, the reference has " + reference[row].length);
            }
            for (int i = 0; i < reference[row].length; i++) {
                largest = Math.max(largest, Math.abs(reference[row][i]));
                difference = Math.max(difference, Math.abs((double) exported[row][i] - reference[row][i]));
            }
        }
        return difference / largest;
    }

    public double maximumDifference() {
        return maximumDifference;
    }
}

package dev.facewright.ml.verify;

/// The cosine of the angle between two embeddings.
public final class CosineSimilarity {
    private CosineSimilarity() {}

    /// `a·b / (|a| |b|)`, summed in double precision.
    ///
    /// @param first  `float32 [dimensions]`, any length but zero
    /// @param second  `float32 [dimensions]`
    /// @return a value in [-1, 1]
    /// @throws IllegalArgumentException if the dimensions differ, or a vector is zero or not finite: neither has
    ///     a direction
    public static double of(float[] first, float[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "Embeddings of " + first.length + " and " + second.length + " dimensions cannot be compared");
        }
        double product = 0;
        double firstSquared = 0;
        double secondSquared = 0;
        for (int i = 0; i < first.length; i++) {
            product += (double) first[i] * second[i];
            firstSquared += (double) first[i] * first[i];
            secondSquared += (double) second[i] * second[i];
        }
        double cosine = product / (Math.sqrt(firstSquared) * Math.sqrt(secondSquared));
        if (Double.isNaN(cosine)) {
            throw new IllegalArgumentException("An embedding is zero or not finite, so it has no direction");
        }
        return Math.clamp(cosine, -1.0, 1.0);
    }
}

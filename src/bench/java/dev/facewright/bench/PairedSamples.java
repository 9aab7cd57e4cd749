package dev.facewright.bench;

import java.util.ArrayList;
import java.util.List;

/// The same measured without and with something, seed by seed. What differs between seeds falls out of the
/// difference.
final class PairedSamples {
    private final List<Double> without = new ArrayList<>();
    private final List<Double> with = new ArrayList<>();

    void add(double left, double right) {
        without.add(left);
        with.add(right);
    }

    double meanWithout() {
        return mean(without);
    }

    double meanWith() {
        return mean(with);
    }

    double meanDifference() {
        return meanWith() - meanWithout();
    }

    /// Of the mean difference: sample standard deviation over the root of the seeds; NaN for a single one.
    double standardError() {
        double mean = meanDifference();
        double squares = 0;
        for (int i = 0; i < with.size(); i++) {
            double apart = with.get(i) - without.get(i) - mean;
            squares += apart * apart;
        }
        return Math.sqrt(squares / (with.size() - 1.0) / with.size());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}

package dev.facewright.platform.evaluation;

import dev.facewright.platform.models.MetricId;
import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.OperatingPoint;
import dev.facewright.platform.models.Protocol;
import dev.facewright.platform.models.Quantity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether two faces are of one person: the figures of one model version on the pairs of one benchmark.
///
/// @param standardDeviation  of the fold accuracies, as LFW papers print it
/// @param standardError  the standard deviation over the square root of the number of folds (Huang et al. 2007)
/// @param durationMillis  from the first image read to the last score, measured
/// @param imagesPerSecond  embeddings of one image (both passes with flip-sum count once) over that duration
public record Verification(
        @Schema(implementation = String.class) Protocol protocol,
        int pairs,
        int genuinePairs,
        int impostorPairs,
        int images,
        int imagesWithoutFace,
        double meanAccuracy,
        double standardDeviation,
        double standardError,
        List<Fold> folds,
        double areaUnderCurve,
        double equalErrorRate,
        List<AcceptRate> acceptRates,
        List<CurvePoint> curve,
        Histogram histogram,
        long durationMillis,
        double imagesPerSecond)
        implements Report {
    static final String KIND = "verification";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Verification forLists() {
        return new Verification(
                protocol,
                pairs,
                genuinePairs,
                impostorPairs,
                images,
                imagesWithoutFace,
                meanAccuracy,
                standardDeviation,
                standardError,
                folds,
                areaUnderCurve,
                equalErrorRate,
                acceptRates,
                List.of(),
                new Histogram(List.of(), List.of()),
                durationMillis,
                imagesPerSecond);
    }

    @Override
    public List<ModelMetric> metrics() {
        var metrics = new ArrayList<>(List.of(
                ModelMetric.of(Quantity.VERIFICATION_ACCURACY, protocol, meanAccuracy),
                ModelMetric.of(Quantity.AREA_UNDER_CURVE, protocol, areaUnderCurve),
                ModelMetric.of(Quantity.EQUAL_ERROR_RATE, protocol, equalErrorRate)));
        for (AcceptRate rate : acceptRates) {
            if (rate.trueAcceptRate() != null) {
                var at = new OperatingPoint.FalseAcceptRate(rate.falseAcceptRate());
                metrics.add(
                        new ModelMetric(new MetricId(Quantity.TRUE_ACCEPT_RATE, at, protocol), rate.trueAcceptRate()));
            }
        }
        return List.copyOf(metrics);
    }

    /// @param threshold  chosen on the other folds: scores at or above it are accepted
    public record Fold(int number, double threshold, double accuracy, int pairs) {}

    /// The true accept rate at one false accept rate, or the reason why this benchmark cannot tell it.
    public record AcceptRate(
            double falseAcceptRate,
            @Nullable Double trueAcceptRate,
            @Nullable Double threshold,
            @Nullable Integer falseAccepts,
            @Nullable String refusal) {
        public boolean refused() {
            return refusal != null;
        }
    }

    public record CurvePoint(double falseAcceptRate, double trueAcceptRate) {}

    /// How many pairs scored in each of equally wide bins over [-1, 1], lowest first.
    public record Histogram(List<Integer> genuine, List<Integer> impostor) {}
}

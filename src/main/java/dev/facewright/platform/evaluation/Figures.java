package dev.facewright.platform.evaluation;

import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.TarAtFar;
import dev.facewright.ml.verify.VerificationReport;
import dev.facewright.ml.verify.VerificationReport.RocPoint;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.evaluation.Verification.AcceptRate;
import dev.facewright.platform.evaluation.Verification.CurvePoint;
import dev.facewright.platform.evaluation.Verification.Fold;
import dev.facewright.platform.evaluation.Verification.Histogram;
import dev.facewright.platform.models.Protocol;
import dev.facewright.platform.models.Protocol.FoldedVerification;
import dev.facewright.platform.models.Protocol.FoldedVerification.Detection;
import dev.facewright.platform.models.Protocol.FoldedVerification.Embedding;
import dev.facewright.platform.models.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Turns what the library measured into the report that is kept.
final class Figures {
    static final int BINS = 50;

    // half a pixel of the chart, so that leaving a point out cannot be seen
    private static final double VISIBLE = 1.0 / 800;
    private static final double LOWEST_RATE = 1e-6;

    private Figures() {}

    static Verification report(
            VerificationReport figures,
            BenchmarkView benchmark,
            EvaluationOptions options,
            List<Pair> pairs,
            double[] scores,
            Duration took) {
        return new Verification(
                protocol(benchmark, options),
                figures.pairs(),
                figures.genuine(),
                figures.impostors(),
                benchmark.images(),
                benchmark.imagesWithoutFace(),
                figures.meanAccuracy(),
                figures.standardDeviation(),
                figures.standardError(),
                figures.folds().stream()
                        .map(fold -> new Fold(fold.fold(), fold.threshold(), fold.accuracy(), fold.pairs()))
                        .toList(),
                figures.auc(),
                figures.equalErrorRate(),
                figures.tarAtFar().stream().map(Figures::acceptRate).toList(),
                curve(figures.roc()),
                histogram(pairs, scores),
                took.toMillis(),
                benchmark.images() / (took.toNanos() / 1e9));
    }

    static Protocol protocol(BenchmarkView benchmark, EvaluationOptions options) {
        return new FoldedVerification(
                new Sample.Benchmark(benchmark.id(), benchmark.name()),
                benchmark.folds(),
                options.flipSum() ? Embedding.FLIP_SUM : Embedding.SINGLE,
                benchmark.detector() == null
                        ? null
                        : new Detection(benchmark.detector(), benchmark.imagesWithoutFace(), benchmark.images()));
    }

    private static AcceptRate acceptRate(TarAtFar rate) {
        return switch (rate) {
            case TarAtFar.Measured measured ->
                new AcceptRate(measured.far(), measured.tar(), measured.threshold(), measured.falseAccepts(), null);
            case TarAtFar.Refused refused -> new AcceptRate(refused.far(), null, null, null, refused.reason());
        };
    }

    /// Leaves out corners that lie less than half a pixel from the last one kept, on a logarithmic axis.
    static List<CurvePoint> curve(List<RocPoint> roc) {
        List<CurvePoint> kept = new ArrayList<>();
        RocPoint last = null;
        for (RocPoint point : roc) {
            boolean end = point == roc.getLast();
            if (last == null || end || distance(last, point) >= VISIBLE) {
                kept.add(new CurvePoint(point.far(), point.tar()));
                last = point;
            }
        }
        return List.copyOf(kept);
    }

    private static double distance(RocPoint a, RocPoint b) {
        double decades = -Math.log10(LOWEST_RATE);
        double across =
                (Math.log10(Math.max(b.far(), LOWEST_RATE)) - Math.log10(Math.max(a.far(), LOWEST_RATE))) / decades;
        return Math.hypot(across, b.tar() - a.tar());
    }

    static Histogram histogram(List<Pair> pairs, double[] scores) {
        Integer[] genuine = new Integer[BINS];
        Integer[] impostor = new Integer[BINS];
        java.util.Arrays.fill(genuine, 0);
        java.util.Arrays.fill(impostor, 0);
        for (int i = 0; i < scores.length; i++) {
            int bin = Math.clamp((int) ((scores[i] + 1) / 2 * BINS), 0, BINS - 1);
            (pairs.get(i).genuine() ? genuine : impostor)[bin]++;
        }
        return new Histogram(List.of(genuine), List.of(impostor));
    }
}

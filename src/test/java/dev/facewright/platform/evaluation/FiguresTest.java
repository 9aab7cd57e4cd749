package dev.facewright.platform.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.verify.Pair;
import dev.facewright.ml.verify.VerificationReport.RocPoint;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.BenchmarkStatus;
import dev.facewright.platform.benchmarks.BenchmarkView;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.evaluation.Verification.CurvePoint;
import dev.facewright.platform.models.Protocol.FoldedVerification;
import dev.facewright.platform.models.Protocol.FoldedVerification.Detection;
import dev.facewright.platform.models.Protocol.FoldedVerification.Embedding;
import dev.facewright.platform.models.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theProtocolSaysBenchmarkFoldsDetectorFlipAndImagesWithoutFace() {
        BenchmarkView lfw = benchmark();

        assertThat(Figures.protocol(lfw, new EvaluationOptions(true, List.of(0.01))))
                .isEqualTo(new FoldedVerification(
                        new Sample.Benchmark(lfw.id(), "LFW"),
                        10,
                        Embedding.FLIP_SUM,
                        new Detection("yunet.onnx 0123abcd", 12, 7701)));
        assertThat(Figures.protocol(lfw, new EvaluationOptions(false, List.of(0.01))))
                .isInstanceOfSatisfying(
                        FoldedVerification.class,
                        single -> assertThat(single.embedding()).isEqualTo(Embedding.SINGLE));
    }

    @Test
    void everyScoreFallsInOneBinOfItsKind() {
        List<Pair> pairs = List.of(pair(true), pair(true), pair(false), pair(false));

        Verification.Histogram histogram = Figures.histogram(pairs, new double[] {1, 0.99, -1, 0.01});

        assertThat(histogram.genuine()).hasSize(Figures.BINS).endsWith(2).containsOnly(0, 2);
        assertThat(histogram.impostor()).startsWith(1).containsOnly(0, 1);
        assertThat(histogram.impostor().get(Figures.BINS / 2)).isEqualTo(1);
    }

    @Test
    void aDenseCurveIsThinnedAndKeepsItsEnds() {
        List<RocPoint> dense = new ArrayList<>();
        for (int i = 0; i <= 100_000; i++) {
            dense.add(new RocPoint(i / 100_000.0, Math.sqrt(i / 100_000.0), 0));
        }

        List<CurvePoint> thinned = Figures.curve(dense);

        assertThat(thinned).hasSizeLessThan(2_000);
        assertThat(thinned.getFirst()).isEqualTo(new CurvePoint(0, 0));
        assertThat(thinned.getLast()).isEqualTo(new CurvePoint(1, 1));
    }

    private static Pair pair(boolean genuine) {
        return new Pair("0", "1", genuine, 1);
    }

    private static BenchmarkView benchmark() {
        return new BenchmarkView(
                BenchmarkId.random(),
                "LFW",
                LegalBasis.RESEARCH_LICENCE,
                "",
                "",
                "",
                BenchmarkStatus.READY,
                6000,
                3000,
                10,
                7701,
                7701,
                12,
                "yunet.onnx 0123abcd",
                null,
                List.of(),
                Instant.EPOCH);
    }
}

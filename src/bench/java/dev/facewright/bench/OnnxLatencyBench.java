package dev.facewright.bench;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.compress.pass.FoldBatchNorm;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.OnnxWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/// What the passes of a deployed model bring to a MobileFaceNet: latency in ONNX Runtime, in one run.
///
/// Arguments: rounds (40). The variants take turns, so that whatever else the machine does falls on all of them
/// alike.
public final class OnnxLatencyBench {
    private static final int IMAGE = 3 * 112 * 112;
    private static final int WARM_UP = 3;

    private OnnxLatencyBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        Map<String, byte[]> variants = variants();
        variants.forEach((name, onnx) -> System.out.printf("%-28s %,d bytes%n", name, onnx.length));
        for (int threads : new int[] {1, 2}) {
            for (int images : new int[] {1, 16}) {
                report(variants, threads, images, images == 1 ? rounds : Math.max(5, rounds / 4));
            }
        }
    }

    private static Map<String, byte[]> variants() {
        FaceModel model = Backbones.named("mobilefacenet").build(new BackboneOptions(128, 1.0), 1);
        FaceModel folded = new FoldBatchNorm().apply(model).model();
        Map<String, byte[]> variants = new LinkedHashMap<>();
        variants.put("as trained", OnnxWriter.write(model));
        variants.put("BatchNorm folded alone", OnnxWriter.write(folded));
        variants.put("as deployed", Deployed.of(model).onnx());
        return variants;
    }

    private static void report(Map<String, byte[]> variants, int threads, int images, int rounds) {
        Map<String, double[]> millis = race(variants, threads, images, rounds);
        double first = median(millis.values().iterator().next());
        System.out.printf("%n%d image(s) a call, %d thread(s), %d rounds, ms an image%n", images, threads, rounds);
        System.out.printf("%-28s %8s %8s %8s%n", "", "median", "10 %", "ratio");
        millis.forEach((name, times) -> System.out.printf(
                "%-28s %8.2f %8.2f %8.2f%n",
                name, median(times) / images, times[times.length / 10] / images, first / median(times)));
    }

    /// @return sorted times of a call by variant
    private static Map<String, double[]> race(Map<String, byte[]> variants, int threads, int images, int rounds) {
        float[] input = images(images);
        Map<String, EmbeddingSession> sessions = new LinkedHashMap<>();
        Map<String, double[]> millis = new LinkedHashMap<>();
        try {
            variants.forEach((name, onnx) -> sessions.put(name, EmbeddingSession.open(onnx, threads)));
            for (int round = -WARM_UP; round < rounds; round++) {
                for (Map.Entry<String, EmbeddingSession> session : sessions.entrySet()) {
                    long start = System.nanoTime();
                    session.getValue().embed(input, images);
                    double taken = (System.nanoTime() - start) / 1e6;
                    if (round >= 0) {
                        millis.computeIfAbsent(session.getKey(), _ -> new double[rounds])[round] = taken;
                    }
                }
            }
        } finally {
            sessions.values().forEach(EmbeddingSession::close);
        }
        millis.values().forEach(Arrays::sort);
        return millis;
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static float[] images(int count) {
        Random random = new Random(1);
        float[] values = new float[count * IMAGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}

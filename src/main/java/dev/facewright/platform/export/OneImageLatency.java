package dev.facewright.platform.export;

import dev.facewright.ml.bundle.GoldenCheck;
import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.onnx.EmbeddingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/// How long the exported network takes for one image on one thread of this machine.
final class OneImageLatency {
    private static final int WARM_UP = 5;
    private static final int CALLS = 20;
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private OneImageLatency() {}

    static ExportView.Latency measure(Deployed model, GoldenCheck golden) {
        long[] nanos = new long[CALLS];
        try (EmbeddingSession session = model.open(1)) {
            for (int call = -WARM_UP; call < CALLS; call++) {
                long begun = System.nanoTime();
                session.embed(golden.input(), 1);
                if (call >= 0) {
                    nanos[call] = System.nanoTime() - begun;
                }
            }
        }
        Arrays.sort(nanos);
        return new ExportView.Latency(nanos[CALLS / 2] / 1e6, 1, processor());
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElseGet(OneImageLatency::architecture);
        } catch (IOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }
}

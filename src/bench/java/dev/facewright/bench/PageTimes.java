package dev.facewright.bench;

import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// Asks a server for its pages and prints how long each takes and how large it is.
final class PageTimes {
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final double LIMIT_MILLIS = 300;
    private static final double LIMIT_KILOBYTES = 200;

    private final TestClient reader;

    PageTimes(TestClient reader) {
        this.reader = reader;
        System.out.printf("%-62s %9s %9s%n", "page", "ms", "kB");
    }

    /// Unmeasured: a server that has just started is slower than one in use.
    void warmUp(String path) {
        reader.get(path);
    }

    void of(String path) {
        TestResponse answer = reader.get(path);
        double millis = median(() -> reader.get(path));
        double kilobytes = answer.text().getBytes(StandardCharsets.UTF_8).length / 1e3;
        row(path, millis, kilobytes, answer.status() == 200 ? "" : "  status " + answer.status());
    }

    void of(String what, Runnable work) {
        row(what, median(work), 0, "");
    }

    private static void row(String what, double millis, double kilobytes, String note) {
        boolean over = millis > LIMIT_MILLIS || kilobytes > LIMIT_KILOBYTES;
        System.out.printf(
                Locale.ROOT, "%-62s %9.1f %9.1f%s%s%n", what, millis, kilobytes, over ? "  over" : "", note);
    }

    private static double median(Runnable work) {
        double[] millis = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            work.run();
            if (round >= 0) {
                millis[round] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[ROUNDS / 2];
    }
}

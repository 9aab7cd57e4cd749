package dev.facewright.platform;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/// For what happens after a commit, in another module or in a job.
public final class Eventually {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private Eventually() {}

    /// Repeats the assertion until it holds.
    public static void eventually(ThrowingRunnable assertion) {
        eventually(LIMIT, assertion);
    }

    public static void eventually(Duration limit, ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(INTERVAL)
                .untilAsserted(assertion);
    }

    /// Asks again until the condition is true.
    public static void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(INTERVAL)
                .until(condition);
    }
}

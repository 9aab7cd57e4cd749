package dev.facewright.platform.jobs;

import com.github.kagkarlsson.scheduler.SystemClock;
import java.time.Instant;

/// The queue's own time. Heartbeats and due times compare with those of other processes, so they follow the
/// machine's clock and never one that a test sets.
final class QueueClock {
    static final SystemClock CLOCK = new SystemClock();

    private QueueClock() {}

    static Instant now() {
        return CLOCK.now();
    }
}

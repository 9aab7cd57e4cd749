package dev.facewright.platform.kernel;

import java.util.concurrent.TimeUnit;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives events to their listeners again where a listener failed or its machine died: a withdrawal may not get
/// lost.
@Component
class EventRedelivery {
    private static final ResubmissionOptions DUE =
            ResubmissionOptions.defaults().withBatchSize(100);

    private final FailedEventPublications failed;

    EventRedelivery(FailedEventPublications failed) {
        this.failed = failed;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void redeliver() {
        failed.resubmit(DUE);
    }
}

package dev.facewright.platform.kernel;

import jakarta.annotation.PostConstruct;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives events to their listeners again where a listener failed or its process died: a withdrawal may not get lost.
/// A listener may be given an event twice, by a process that only seemed dead, and none minds.
@Component
class EventRedelivery {
    private static final Logger LOG = LoggerFactory.getLogger(EventRedelivery.class);
    private static final ResubmissionOptions DUE =
            ResubmissionOptions.defaults().withBatchSize(100);

    private final FailedEventPublications failed;
    private final ServerNodes nodes;
    private final NodeSettings settings;

    EventRedelivery(FailedEventPublications failed, ServerNodes nodes, NodeSettings settings) {
        this.failed = failed;
        this.nodes = nodes;
        this.settings = settings;
    }

    /// Before this process publishes anything.
    @PostConstruct
    void begin() {
        nodes.beat();
        nodes.forgetOld();
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void redeliver() {
        failed.resubmit(DUE);
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void beat() {
        nodes.beat();
    }

    /// Apart from the heartbeat, which nothing may hold up.
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void takeOver() {
        int taken = nodes.takeOver(settings.silence().toMillis() / 1e3);
        if (taken > 0) {
            LOG.info("Events of processes that are gone are delivered from here: {}", taken);
            redeliver();
        }
    }
}

package dev.facewright.platform.sweep;

import dev.facewright.platform.kernel.WorkFolder;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Has every process sweep soon after it has started and then once an hour: files on its machine by itself, the store
/// in
/// turns.
@Component
class SweepTimes {
    private static final Logger log = LoggerFactory.getLogger(SweepTimes.class);

    private final Sweeps sweeps;
    private final WorkFolder folder;
    private final SweepMetrics metrics;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    SweepTimes(
            Sweeps sweeps,
            WorkFolder folder,
            SweepMetrics metrics,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.sweeps = sweeps;
        this.folder = folder;
        this.metrics = metrics;
        this.transactions = transactions;
        this.events = events;
    }

    @Scheduled(
            initialDelayString = "${facewright.sweep.first-after:20s}",
            fixedDelayString = "${facewright.sweep.interval:1h}")
    void sweep() {
        files();
        var _ = sweeps.sweep();
    }

    void files() {
        try {
            int deleted = folder.sweep();
            if (deleted > 0) {
                metrics.files(deleted);
                transactions.executeWithoutResult(status -> events.publishEvent(new SweepEvent.FilesDeleted(deleted)));
            }
        } catch (IOException unreadable) {
            log.warn("What dead processes left on this machine could not be deleted", unreadable);
        }
    }
}

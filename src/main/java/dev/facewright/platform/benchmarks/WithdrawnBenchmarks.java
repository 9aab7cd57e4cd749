package dev.facewright.platform.benchmarks;

import dev.facewright.platform.consent.ConsentEvent;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.LegalHolds;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionOperations;

/// Destroys the images of benchmarks that rest on a consent which ended, unless a legal hold on someone in them keeps
/// them. They are not scored on from that moment on, whether or not anybody hears of it: this only clears them away.
/// Doing it twice changes nothing.
@Component
class WithdrawnBenchmarks {
    private final BenchmarkRepository rows;
    private final Benchmarks benchmarks;
    private final LegalHolds holds;
    private final TransactionOperations transactions;
    private final Clock clock;

    WithdrawnBenchmarks(
            BenchmarkRepository rows,
            Benchmarks benchmarks,
            LegalHolds holds,
            TransactionOperations transactions,
            Clock clock) {
        this.rows = rows;
        this.benchmarks = benchmarks;
        this.holds = holds;
        this.transactions = transactions;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "benchmarks.consent-withdrawn", propagation = Propagation.NOT_SUPPORTED)
    void on(ConsentEvent.Withdrawn withdrawn) {
        destroy();
    }

    @ApplicationModuleListener(id = "benchmarks.consent-expired", propagation = Propagation.NOT_SUPPORTED)
    void on(ConsentEvent.Expired expired) {
        destroy();
    }

    /// Also what a hold kept that was lifted.
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void destroy() {
        rows.holdingImagesOfWithdrawn(clock.instant())
                .forEach(id -> transactions.executeWithoutResult(status -> destroy(id)));
    }

    private void destroy(UUID id) {
        boolean free = rows.people(id).stream().allMatch(subject -> holds.mayDestroy(HoldObject.subject(subject)));
        if (free) {
            benchmarks.delete(new BenchmarkId(id));
        }
    }
}

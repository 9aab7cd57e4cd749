package dev.facewright.platform.storage;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Tells all others that this process is there, so that nobody clears away what it is about to record. How long it
/// takes at that does not matter.
@Component
class ThisProcess {
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final UUID id = UUID.randomUUID();
    private final PlannedObjectRepository rows;
    private final TransactionOperations transactions;
    private final Clock clock;

    ThisProcess(PlannedObjectRepository rows, TransactionOperations transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    UUID id() {
        return id;
    }

    /// A process not seen since then is dead: it missed a dozen beats.
    Instant silentSince() {
        return clock.instant().minus(SILENCE);
    }

    @PostConstruct
    @Scheduled(fixedDelayString = "${facewright.storage.process-beat:15s}")
    void beat() {
        transactions.executeWithoutResult(status -> rows.seen(id, clock.instant()));
    }

    @PreDestroy
    void leave() {
        transactions.executeWithoutResult(status -> rows.gone(id, silentSince()));
    }
}

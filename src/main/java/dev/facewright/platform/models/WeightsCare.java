package dev.facewright.platform.models;

import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.LegalHolds;
import dev.facewright.platform.models.ModelWeights.StoredWeights;
import dev.facewright.platform.storage.ObjectKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// What happens to weights by itself: those of before they were encrypted are, and those of models that were
/// quarantined
/// for long enough are destroyed, unless a legal hold keeps them. Each in a transaction of its own, so that it may stop
/// anywhere, and several processes may do it at once.
@Component
class WeightsCare {
    private static final Logger log = LoggerFactory.getLogger(WeightsCare.class);

    private final ModelVersionRepository versions;
    private final ModelWeights weights;
    private final LegalHolds holds;
    private final ModelSettings settings;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WeightsCare(
            ModelVersionRepository versions,
            ModelWeights weights,
            LegalHolds holds,
            ModelSettings settings,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.weights = weights;
        this.holds = holds;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${facewright.models.care:5m}", fixedDelayString = "${facewright.models.care:5m}")
    void care() {
        destroyDue();
        sealEarlier();
    }

    void destroyDue() {
        each(versions.toDestroy(clock.instant().minus(settings.quarantinePeriod())), this::destroy);
    }

    void sealEarlier() {
        each(versions.toSeal(), this::seal);
    }

    /// @return what is to be deleted after the commit; whoever sweeps does it if this does not
    private Optional<ObjectKey> destroy(ModelVersionRow row) {
        if (row.destroyed()
                || !holds.mayDestroy(HoldObject.modelVersion(row.id().value()))) {
            return Optional.empty();
        }
        StoredWeights stored = row.weights();
        weights.destroyKey(stored);
        row.destroyWeights(clock.instant());
        events.publishEvent(new ModelEvent.WeightsDestroyed(row.id()));
        return Optional.of(stored.key());
    }

    /// Objects of before may be shared by several: they stay until nobody knows them, and are swept then.
    private Optional<ObjectKey> seal(ModelVersionRow row) {
        StoredWeights stored = row.weights();
        if (stored.dataKey() == null && !row.destroyed()) {
            row.lieAt(weights.put(row.id(), weights.get(row.id(), stored)));
        }
        return Optional.empty();
    }

    private void each(List<UUID> ids, Function<ModelVersionRow, Optional<ObjectKey>> work) {
        for (UUID id : ids) {
            try {
                Optional<ObjectKey> unused =
                        transactions.execute(status -> versions.lock(id).flatMap(work));
                if (unused != null
                        && unused.filter(key -> key.owner().isPresent()).isPresent()) {
                    weights.delete(unused.get());
                }
            } catch (RuntimeException failed) {
                log.warn("The weights of model {} have to wait for the next time", id, failed);
            }
        }
    }
}

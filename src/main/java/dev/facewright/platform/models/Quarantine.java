package dev.facewright.platform.models;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.DatasetVersionRevoked;
import dev.facewright.platform.datasets.Datasets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Follows lineage: what must be usable for a model to be registered, and what goes when data goes.
@Component
class Quarantine {
    private final ModelVersionRepository versions;
    private final Datasets datasets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Quarantine(ModelVersionRepository versions, Datasets datasets, ApplicationEventPublisher events, Clock clock) {
        this.versions = versions;
        this.datasets = datasets;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(DatasetVersionRevoked revoked) {
        apply(versions.trainedDirectlyOn(revoked.version().value()), "dataset-version-revoked");
    }

    /// Quarantines these and all that started from them; those that already are stay as they are.
    void apply(List<UUID> models, String reason) {
        Set<UUID> done = new HashSet<>();
        List<UUID> line = models;
        while (!line.isEmpty()) {
            line.forEach(id -> quarantine(id, reason));
            done.addAll(line);
            // Again, since another may have been registered from one of them before it was locked.
            line = versions.descendants(models).stream()
                    .filter(id -> !done.contains(id))
                    .toList();
        }
    }

    private void quarantine(UUID id, String reason) {
        versions.lock(id).filter(ModelVersionRow::active).ifPresent(row -> {
            row.quarantine(reason, clock.instant());
            events.publishEvent(new ModelVersionQuarantined(row.id(), reason));
        });
    }

    /// Locks the model an origin starts from and every dataset version in its line, always in the same order.
    void lockUsableLine(Origin origin) {
        Set<UUID> inLine = new TreeSet<>();
        ModelVersionId start = origin.startedFrom();
        if (start != null) {
            if (!versions.lock(start.value())
                    .orElseThrow(() -> new ModelNotFound(start))
                    .active()) {
                throw new ModelQuarantined(start);
            }
            inLine.addAll(versions.datasetVersions(versions.ancestry(start.value())));
        }
        if (origin instanceof Origin.Trained trained) {
            inLine.add(trained.dataset().value());
        }
        inLine.forEach(id -> datasets.lockUsable(new DatasetVersionId(id)));
    }
}

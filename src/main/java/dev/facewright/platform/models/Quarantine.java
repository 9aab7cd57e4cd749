package dev.facewright.platform.models;

import dev.facewright.platform.datasets.DatasetEvent;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.ModelProblem.ModelNotFound;
import dev.facewright.platform.models.ModelProblem.ModelQuarantined;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Follows lineage: what must be usable for a model to be registered, and what goes when data goes.
@Component
class Quarantine {
    /// The reason that follows from data which may not be used any more.
    static final String DATA_REVOKED = "dataset-version-revoked";

    private final ModelVersionRepository versions;
    private final LiveModels live;
    private final Datasets datasets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Quarantine(
            ModelVersionRepository versions,
            LiveModels live,
            Datasets datasets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.live = live;
        this.datasets = datasets;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "models.version-revoked")
    void on(DatasetEvent.VersionRevoked revoked) {
        apply(() -> versions.carrying(revoked.version().value()), DATA_REVOKED);
    }

    /// Quarantines a version and all that goes on from it; those that already are stay as they are.
    void apply(ModelVersionId root, String reason) {
        apply(
                () -> Stream.concat(Stream.of(root.value()), versions.descendantIds(root.value()).stream())
                        .toList(),
                reason);
    }

    private void apply(Supplier<List<UUID>> affected, String reason) {
        Set<UUID> done = new HashSet<>();
        List<UUID> next = affected.get();
        while (!next.isEmpty()) {
            next.forEach(id -> quarantine(id, reason));
            done.addAll(next);
            // Again, since another may have been registered from one of them before it was locked.
            next = affected.get().stream().filter(id -> !done.contains(id)).toList();
        }
    }

    private void quarantine(UUID id, String reason) {
        versions.lock(id).filter(ModelVersionRow::active).ifPresent(row -> {
            row.quarantine(reason, clock.instant());
            events.publishEvent(new ModelEvent.Quarantined(row.id(), reason));
        });
    }

    /// Locks what an origin goes on from and every dataset version in its line, always in the same order.
    ///
    /// @throws ModelQuarantined if any of the former is; refusals of `Datasets.lockUsable` for the latter
    Line lockUsableLine(Origin origin) {
        Line line = Line.of(origin.data(), lockUsable(origin.parents()));
        line.data().stream()
                .map(Line.Data::datasetVersionId)
                .distinct()
                .sorted()
                .forEach(id -> datasets.lockUsable(new DatasetVersionId(id)));
        return line;
    }

    private List<ModelVersionRow> lockUsable(List<ModelVersionId> parents) {
        List<ModelVersionRow> locked =
                versions.lock(parents.stream().map(ModelVersionId::value).toList());
        for (ModelVersionId parent : parents) {
            ModelVersionRow row = locked.stream()
                    .filter(each -> each.id().equals(parent))
                    .findFirst()
                    .orElseThrow(() -> new ModelNotFound(parent));
            live.require(row);
        }
        return locked;
    }
}

package dev.facewright.platform.models;

import dev.facewright.platform.models.ModelProblem.ModelQuarantined;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Says whether models may be used at this moment: none that rests on a consent which has ended, be it through its own
/// data or through that of whatever it goes on from. Asked of the consents themselves, by the clock of the query: that
/// a model is marked as quarantined follows later, and decides nothing but what a person decided.
@Component
class LiveModels {
    private final ModelVersionRepository versions;
    private final ModelSettings settings;
    private final Clock clock;

    LiveModels(ModelVersionRepository versions, ModelSettings settings, Clock clock) {
        this.versions = versions;
        this.settings = settings;
        this.clock = clock;
    }

    /// Those of them that rest on an ended consent.
    Set<UUID> ended(Collection<UUID> ids) {
        return versions.ended(ids.toArray(UUID[]::new), clock.instant());
    }

    boolean usable(ModelVersionRow row) {
        return row.active() && ended(List.of(row.id().value())).isEmpty();
    }

    /// @throws ModelQuarantined if it may not be used
    void require(ModelVersionRow row) {
        if (!usable(row)) {
            throw new ModelQuarantined(row.id());
        }
    }

    /// As they stand at this moment.
    List<ModelVersion> views(List<ModelVersionRow> rows, Figures figures) {
        Set<UUID> ended = ended(rows.stream().map(row -> row.id().value()).toList());
        return rows.stream()
                .map(row -> row.view(
                        figures.of(row.id().value()), ended.contains(row.id().value()), settings.quarantinePeriod()))
                .toList();
    }

    interface Figures {
        List<ModelMetric> of(UUID model);
    }
}

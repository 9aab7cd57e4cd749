package dev.facewright.platform.models;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.HoldReach;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// A hold on a dataset, or on a person, keeps every model that carries something of it.
@Component
class ModelHolds implements HoldReach {
    private final ModelVersionRepository versions;
    private final ModelLineage lineage;
    private final Datasets datasets;

    ModelHolds(ModelVersionRepository versions, ModelLineage lineage, Datasets datasets) {
        this.versions = versions;
        this.lineage = lineage;
        this.datasets = datasets;
    }

    @Override
    public boolean reaches(Collection<HoldObject> held, HoldObject asked) {
        if (asked.kind() != HoldObject.Kind.MODEL_VERSION || asked.id() == null) {
            return false;
        }
        Set<DatasetVersionId> carried = carried(asked.id());
        return held.stream().anyMatch(hold -> in(hold, carried));
    }

    private Set<DatasetVersionId> carried(UUID model) {
        return lineage.data(new ModelVersionId(model)).stream()
                .map(CarriedVersion::version)
                .collect(Collectors.toSet());
    }

    private boolean in(HoldObject hold, Set<DatasetVersionId> carried) {
        if (hold.id() == null) {
            return false;
        }
        return switch (hold.kind()) {
            case SUBJECT ->
                datasets.versionsWith(new SubjectId(hold.id())).stream().anyMatch(carried::contains);
            case DATASET ->
                carried.stream()
                        .anyMatch(version -> hold.id()
                                .equals(datasets.version(version).dataset().value()));
            case MODEL_VERSION, EVERYTHING -> false;
        };
    }

    @Override
    public boolean exists(HoldObject object) {
        return object.kind() == HoldObject.Kind.MODEL_VERSION
                && object.id() != null
                && versions.existsById(object.id());
    }
}

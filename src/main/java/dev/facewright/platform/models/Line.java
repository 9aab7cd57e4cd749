package dev.facewright.platform.models;

import dev.facewright.platform.datasets.DatasetVersionId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a version carries in it and what it goes on from, however far: worked out once, when it is registered,
/// and never changed, so that lineage is one look-up in either direction.
record Line(Set<Line.Data> data, Set<Line.Ancestor> ancestors) {

    /// A row of `model_version_data`.
    @Embeddable
    record Data(
            UUID datasetVersionId,
            @Enumerated(EnumType.STRING) CarriedVersion.Use use,
            boolean direct) {
        static Data of(CarriedVersion carried) {
            return new Data(carried.version().value(), carried.use(), carried.direct());
        }

        CarriedVersion carried() {
            return new CarriedVersion(new DatasetVersionId(datasetVersionId), use, direct);
        }
    }

    /// A row of `model_version_ancestor`.
    ///
    /// @param distance  1 for a parent
    @Embeddable
    record Ancestor(UUID ancestorId, int distance) {}

    /// @param own  what the version brings in itself
    /// @param parents  the versions it goes on from
    static Line of(List<CarriedVersion> own, Collection<ModelVersionRow> parents) {
        Stream<CarriedVersion> inherited = parents.stream()
                .flatMap(ModelVersionRow::data)
                .map(CarriedVersion::inherited)
                .filter(carried -> own.stream().map(CarriedVersion::inherited).noneMatch(carried::equals));
        Set<Data> data = Stream.concat(own.stream(), inherited).map(Data::of).collect(Collectors.toUnmodifiableSet());
        return new Line(data, ancestors(parents));
    }

    private static Set<Ancestor> ancestors(Collection<ModelVersionRow> parents) {
        Map<UUID, Integer> nearest = new HashMap<>();
        for (ModelVersionRow parent : parents) {
            nearest.put(parent.id().value(), 1);
            parent.ancestors().forEach(from -> nearest.merge(from.ancestorId(), from.distance() + 1, Math::min));
        }
        return nearest.entrySet().stream()
                .map(entry -> new Ancestor(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }
}

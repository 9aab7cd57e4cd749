package dev.facewright.platform.models.web;

import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.CarriedVersion;
import dev.facewright.platform.models.ModelLineage;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class LineageViews {
    private final ModelRegistry models;
    private final ModelLineage lineage;
    private final Datasets datasets;

    LineageViews(ModelRegistry models, ModelLineage lineage, Datasets datasets) {
        this.models = models;
        this.lineage = lineage;
        this.datasets = datasets;
    }

    /// @param page  of what goes on from it
    LineageView of(ModelVersionId id, int page, int size) {
        var descendants = lineage.descendants(id, page, size);
        List<CarriedVersion> data = lineage.data(id);
        return new LineageView(
                models.get(id),
                lineage.ancestors(id),
                data.stream()
                        .map(CarriedVersion::version)
                        .distinct()
                        .map(datasets::version)
                        .toList(),
                data,
                descendants.items(),
                descendants.total());
    }
}

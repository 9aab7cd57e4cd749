package dev.facewright.platform.models.web;

import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import org.springframework.stereotype.Component;

@Component
class LineageViews {
    private final ModelRegistry models;
    private final Datasets datasets;

    LineageViews(ModelRegistry models, Datasets datasets) {
        this.models = models;
        this.datasets = datasets;
    }

    LineageView of(ModelVersionId id) {
        return new LineageView(
                models.get(id),
                models.ancestors(id),
                models.datasetVersions(id).stream().map(datasets::version).toList(),
                models.descendants(id));
    }
}

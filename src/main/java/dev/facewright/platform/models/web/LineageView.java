package dev.facewright.platform.models.web;

import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.models.CarriedVersion;
import dev.facewright.platform.models.ModelVersion;
import java.util.List;

/// What a model version carries in it and what carries it.
///
/// @param ancestors  what it goes on from, nearest first; as the others here without figures, which each itself has
/// @param datasetVersions  every version it or an ancestor used, each once
/// @param data  what each of them was used for
/// @param descendants  what goes on from it, however far, oldest first: a page of them
/// @param descendantCount  how many there are
record LineageView(
        ModelVersion model,
        List<ModelVersion> ancestors,
        List<DatasetVersion> datasetVersions,
        List<CarriedVersion> data,
        List<ModelVersion> descendants,
        long descendantCount) {

    public DatasetVersion version(CarriedVersion carried) {
        return datasetVersions.stream()
                .filter(version -> version.id().equals(carried.version()))
                .findFirst()
                .orElseThrow();
    }
}

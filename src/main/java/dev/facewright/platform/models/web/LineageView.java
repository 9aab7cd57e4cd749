package dev.facewright.platform.models.web;

import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.models.ModelVersion;
import java.util.List;

/// What a model version carries in it and what carries it.
///
/// @param ancestors  what it started from, nearest first
/// @param datasetVersions  every version it or an ancestor was trained on
/// @param descendants  what started from it, however far, oldest first
record LineageView(
        ModelVersion model,
        List<ModelVersion> ancestors,
        List<DatasetVersion> datasetVersions,
        List<ModelVersion> descendants) {}

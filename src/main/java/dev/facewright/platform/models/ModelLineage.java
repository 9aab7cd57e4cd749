package dev.facewright.platform.models;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelProblem.ModelNotFound;
import java.util.List;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What model versions carry in them and what carries them.
@Service
@Transactional(readOnly = true)
public class ModelLineage {
    private final ModelVersionRepository versions;
    private final LiveModels live;

    ModelLineage(ModelVersionRepository versions, LiveModels live) {
        this.versions = versions;
        this.live = live;
    }

    /// Every version with this dataset version in it: of its own, or through what it goes on from. Oldest first.
    public List<ModelVersionId> carrying(DatasetVersionId dataset) {
        return versions.carrying(dataset.value()).stream()
                .map(ModelVersionId::new)
                .toList();
    }

    /// Every dataset version in this model, its own and those of what it goes on from.
    ///
    /// @throws ModelNotFound if there is no such model
    public List<CarriedVersion> data(ModelVersionId id) {
        return versions.findById(id.value())
                .orElseThrow(() -> new ModelNotFound(id))
                .data()
                .toList();
    }

    /// What it goes on from, nearest first, without their figures.
    public List<ModelVersion> ancestors(ModelVersionId id) {
        return named(versions.ancestors(id.value()));
    }

    /// What goes on from it, however far, oldest first, without their figures.
    public PageView<ModelVersion> descendants(ModelVersionId id, int page, int size) {
        var found = versions.descendants(id.value(), PageRequest.of(page, size));
        return new PageView<>(named(found.getContent()), page, size, found.getTotalElements());
    }

    private List<ModelVersion> named(List<ModelVersionRow> rows) {
        return live.views(rows, model -> List.of());
    }
}

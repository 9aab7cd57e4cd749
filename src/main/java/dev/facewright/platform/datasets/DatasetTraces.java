package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.KeptTraces;
import java.util.List;
import org.springframework.stereotype.Component;

/// Of each picture that there was one, and who was in which sealed version.
@Component
class DatasetTraces implements KeptTraces {
    @Override
    public List<Kept> kept() {
        return List.of(
                Kept.image("dataset_image.id", Why.LINEAGE),
                Kept.subject("dataset_image.subject_id", Why.LINEAGE),
                Kept.subject("dataset_version_subject.subject_id", Why.LINEAGE),
                Kept.subject("dataset_version_other.subject_id", Why.LINEAGE));
    }
}

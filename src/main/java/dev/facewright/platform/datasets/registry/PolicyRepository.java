package dev.facewright.platform.datasets.registry;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.EvidencePolicy;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/// What datasets ask for; the latest of each counts.
public interface PolicyRepository extends Repository<PolicyRow, PolicyRow.Key> {
    PolicyRow save(PolicyRow row);

    Optional<PolicyRow> findFirstByDatasetIdOrderByNumberDesc(UUID dataset);

    Optional<PolicyRow> findByDatasetIdAndNumber(UUID dataset, int number);

    default Optional<PolicyRow> latest(DatasetId dataset) {
        return findFirstByDatasetIdOrderByNumberDesc(dataset.value());
    }

    /// Of a dataset that never said anything: it asks.
    default EvidencePolicy of(DatasetId dataset) {
        return latest(dataset).map(PolicyRow::view).orElse(EvidencePolicy.REQUIRED);
    }
}

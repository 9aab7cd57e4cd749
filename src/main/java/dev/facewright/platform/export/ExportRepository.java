package dev.facewright.platform.export;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface ExportRepository extends JpaRepository<ExportBundle, UUID> {
    Page<ExportBundle> findAllByOrderByCreatedAtDesc(Pageable page);

    Page<ExportBundle> findByModelVersionIdOrderByCreatedAtDesc(UUID model, Pageable page);

    List<ExportBundle> findByStatusInOrderByCreatedAtDesc(Collection<ExportStatus> statuses, Pageable page);

    Optional<ExportBundle> findFirstByModelVersionIdAndStatusIn(UUID model, Collection<ExportStatus> statuses);
}

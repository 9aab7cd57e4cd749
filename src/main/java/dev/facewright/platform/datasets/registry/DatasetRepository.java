package dev.facewright.platform.datasets.registry;

import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetProblem.DatasetNotFound;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/// The datasets in the database.
public interface DatasetRepository extends JpaRepository<DatasetRow, UUID> {
    Page<DatasetRow> findAllByOrderByCreatedAtDescIdAsc(Pageable page);

    @Query("select count(d) > 0 from DatasetRow d where lower(d.name) = lower(:name)")
    boolean nameTaken(String name);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from DatasetRow d where d.id = :id")
    Optional<DatasetRow> lock(UUID id);

    /// @throws DatasetNotFound if there is none
    default Dataset get(DatasetId id) {
        return findById(id.value()).map(DatasetRow::view).orElseThrow(() -> new DatasetNotFound(id));
    }

    /// Makes sealing take turns, so that version numbers have no gaps.
    ///
    /// @throws DatasetNotFound if there is none
    default Dataset lock(DatasetId id) {
        return lock(id.value()).map(DatasetRow::view).orElseThrow(() -> new DatasetNotFound(id));
    }
}

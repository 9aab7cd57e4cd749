package dev.facewright.platform.datasets.image;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/// The images of all datasets in the database.
public interface ImageRepository extends JpaRepository<ImageRow, UUID> {
    /// What a manifest says of an image.
    record Sealable(UUID image, UUID subject, String contentHash, String cropHash) {}

    Optional<ImageRow> findByDatasetIdAndKeptContentHash(UUID dataset, String contentHash);

    Optional<ImageRow> findByIdAndDatasetIdAndErasedAtIsNull(UUID id, UUID dataset);

    List<ImageRow> findBySubjectIdAndErasedAtIsNullOrderById(UUID subject, Limit limit);

    /// Those of them that are still kept. Of two who erase the same at once the slower finds none.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from ImageRow i where i.id in :ids and i.erasedAt is null order by i.id")
    List<ImageRow> lockKept(Collection<UUID> ids);

    /// Where there is an image of that subject, or the trace of one.
    @Query("select distinct i.datasetId from ImageRow i where i.subjectId = :subject")
    Set<UUID> datasetsWith(UUID subject);

    /// Images of those of the subjects who consent now, by subject, then id.
    @NativeQuery("select i.* from dataset_image i join live_consent(:now) l on l.subject_id = i.subject_id"
            + " where i.dataset_id = :dataset and i.subject_id = any(:subjects) and l.purpose = :purpose"
            + " and i.erased_at is null order by i.subject_id, i.id offset :skip limit :most")
    List<ImageRow> live(UUID dataset, UUID[] subjects, String purpose, Instant now, long skip, int most);

    /// All of a dataset in the order of a manifest. Close the stream; a million rows pass by, a few at a time.
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
    @Query("select new dev.facewright.platform.datasets.image.ImageRepository$Sealable("
            + "i.id, i.subjectId, i.kept.contentHash, i.kept.cropHash) from ImageRow i"
            + " where i.datasetId = :dataset and i.erasedAt is null order by i.subjectId, i.id")
    Stream<Sealable> sealable(UUID dataset);
}

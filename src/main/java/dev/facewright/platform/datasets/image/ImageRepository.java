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
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

/// The images of all datasets in the database.
public interface ImageRepository extends JpaRepository<ImageRow, UUID> {
    /// What a manifest says of an image.
    ///
    /// @param faces  found on it; null if nobody counted
    /// @param consentedAt  null if it names no consent
    /// @param other  on it too; an image with several of them comes once with each
    /// @param otherSince  when the stretch of the other's consent began that it was taken in
    record Sealable(
            UUID image,
            UUID subject,
            String contentHash,
            String cropHash,
            @Nullable Integer faces,
            @Nullable Instant consentedAt,
            @Nullable UUID other,
            @Nullable Instant otherSince) {}

    /// Of images that are still kept, those that rest on consents which have not all lasted since they were taken. SQL:
    /// `live_consent` is no entity.
    String LAPSED = " from dataset_image i join dataset d on d.id = i.dataset_id where i.erased_at is null"
            + " and (not exists (select from live_consent(:now) l"
            + " where l.subject_id = i.subject_id and l.purpose = d.purpose"
            + " and (i.consented_at is null or i.consented_at >= l.live_since))"
            + " or exists (select from dataset_image_other o where o.image_id = i.id and o.live_until <= :now))";
    /// Theirs, and those of others that they are on. Two indexes answer, which one query with `or` passes by.
    String WITH = " i.id in (select id from dataset_image where subject_id = :subject and erased_at is null"
            + " union all select image_id from dataset_image_other where subject_id = :subject)"
            + " order by i.id limit :most";

    /// Images of that very picture: one, or one of each person on it.
    @Query("select i from ImageRow i where i.datasetId = :dataset"
            + " and (i.kept.contentHash = :hash or i.kept.pictureHash = :hash)")
    List<ImageRow> same(UUID dataset, String hash);

    Optional<ImageRow> findByIdAndDatasetIdAndErasedAtIsNull(UUID id, UUID dataset);

    /// SQL, as the next.
    @NativeQuery("select i.* from dataset_image i where i.erased_at is null and" + WITH)
    List<ImageRow> keptWith(UUID subject, int most);

    @NativeQuery("select i.*" + LAPSED + " and" + WITH)
    List<ImageRow> lapsedWith(UUID subject, Instant now, int most);

    /// Everyone of whom there are such images.
    @NativeQuery("select distinct i.subject_id" + LAPSED)
    Set<UUID> subjectsWithLapsed(Instant now);

    /// That image, if everyone on it has agreed ever since it was taken.
    @NativeQuery("select i.* from dataset_image i join dataset d on d.id = i.dataset_id join live_consent(:now) l"
            + " on l.subject_id = i.subject_id and l.purpose = d.purpose and i.consented_at >= l.live_since"
            + " where i.id = :id and i.dataset_id = :dataset and i.erased_at is null and not exists"
            + " (select from dataset_image_other o where o.image_id = i.id and o.live_until <= :now)")
    Optional<ImageRow> live(UUID id, UUID dataset, Instant now);

    /// Those of them that are still kept. Of two who erase the same at once the slower finds none.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from ImageRow i where i.id in :ids and i.erasedAt is null order by i.id")
    List<ImageRow> lockKept(Collection<UUID> ids);

    /// Of every image that there was of that subject.
    @Query("select i.id from ImageRow i where i.subjectId = :subject")
    List<UUID> idsWith(UUID subject);

    /// Those of the fingerprints that images of others have, too.
    @NativeQuery("select h.hash from dataset_image i"
            + " cross join lateral (values (i.content_hash), (i.crop_hash), (i.picture_hash)) h (hash)"
            + " where (i.content_hash = any(:hashes) or i.crop_hash = any(:hashes) or i.picture_hash = any(:hashes))"
            + " and i.subject_id <> :subject and h.hash = any(:hashes)")
    Set<String> hashesOfOthers(UUID subject, String[] hashes);

    /// Where there is an image of that subject, or the trace of one.
    @Query("select distinct i.datasetId from ImageRow i where i.subjectId = :subject")
    Set<UUID> datasetsWith(UUID subject);

    @Query("select count(i) from ImageRow i where i.uploadId = :upload and i.erasedAt is null and i.kept.faces is null")
    long countUncounted(UUID upload);

    /// Images of those of the subjects who have consented since they were taken, as has everyone else on them; by
    /// subject, then id.
    @NativeQuery("select i.* from dataset_image i join live_consent(:now) l on l.subject_id = i.subject_id"
            + " where i.dataset_id = :dataset and i.subject_id = any(:subjects) and l.purpose = :purpose"
            + " and i.consented_at >= l.live_since"
            + " and i.erased_at is null and not exists (select from dataset_image_other o"
            + " where o.image_id = i.id and o.live_until <= :now)"
            + " order by i.subject_id, i.id offset :skip limit :most")
    List<ImageRow> live(UUID dataset, UUID[] subjects, String purpose, Instant now, long skip, int most);

    /// Where the two parts of an image lie.
    record Places(String content, String crop) {}

    @Query("select new dev.facewright.platform.datasets.image.ImageRepository$Places(i.kept.contentKey, i.kept.cropKey)"
            + " from ImageRow i where i.id in :ids and i.erasedAt is null")
    List<Places> keysOf(Collection<UUID> ids);

    /// Of those keys that have no owner in them, the ones that a row knows; SQL, so that the indexes of such keys
    /// serve.
    @NativeQuery("select content_key from dataset_image where content_key = any(:keys) and content_key like 'images/%'"
            + " union select crop_key from dataset_image where crop_key = any(:keys) and crop_key like 'images/%'")
    Set<String> earlierKeys(String[] keys);

    /// All of a dataset in the order of a manifest. Close the stream; a million rows pass by, a few at a time.
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FETCH_SIZE, value = "1000"))
    @Query("select new dev.facewright.platform.datasets.image.ImageRepository$Sealable("
            + "i.id, i.subjectId, i.kept.contentHash, i.kept.cropHash, i.kept.faces, i.consentedAt, o.subjectId,"
            + " o.liveSince) from ImageRow i left join ImageOther o on o.imageId = i.id"
            + " where i.datasetId = :dataset and i.erasedAt is null order by i.subjectId, i.id, o.subjectId")
    Stream<Sealable> sealable(UUID dataset);
}

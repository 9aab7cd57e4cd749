package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Alignment;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.storage.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `dataset_image`.
@Repository
public class ImageTable {
    private static final String COLUMNS =
            "id, dataset_id, subject_id, upload_id, upload_entry, content_hash, content_key,"
                    + " content_type, crop_hash, crop_key, width, height, alignment, detector, added_at";

    private final JdbcClient jdbc;

    ImageTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false if the dataset has an image with the same content already
    boolean insert(StoredImage image) {
        UploadId upload = image.origin().upload();
        return jdbc.sql("insert into dataset_image (" + COLUMNS + ") values (:id, :dataset, :subject, :upload, :entry,"
                                + " :contentHash, :contentKey, :contentType, :cropHash, :cropKey, :width, :height,"
                                + " :alignment, :detector, :addedAt) on conflict (dataset_id, content_hash) do nothing")
                        .param("id", image.id().value())
                        .param("dataset", image.dataset().value())
                        .param("subject", image.subject().value())
                        .param("upload", upload == null ? null : upload.value())
                        .param("entry", upload == null ? null : image.origin().entry())
                        .param("contentHash", image.contentHash())
                        .param("contentKey", image.contentKey().value())
                        .param("contentType", image.contentType())
                        .param("cropHash", image.cropHash())
                        .param("cropKey", image.cropKey().value())
                        .param("width", image.width())
                        .param("height", image.height())
                        .param("alignment", image.alignment().name())
                        .param("detector", image.detector())
                        .param("addedAt", Timestamp.from(image.addedAt()))
                        .update()
                == 1;
    }

    Optional<StoredImage> byContent(DatasetId dataset, String contentHash) {
        return jdbc.sql("select " + COLUMNS
                        + " from dataset_image where dataset_id = :dataset and content_hash = :hash")
                .param("dataset", dataset.value())
                .param("hash", contentHash)
                .query((row, number) -> image(row))
                .optional();
    }

    public Optional<StoredImage> find(DatasetId dataset, ImageId id) {
        return jdbc.sql("select " + COLUMNS + " from dataset_image where id = :id and dataset_id = :dataset"
                        + " and erased_at is null")
                .param("id", id.value())
                .param("dataset", dataset.value())
                .query((row, number) -> image(row))
                .optional();
    }

    /// Ordered by subject, then id: the order of a manifest.
    public List<StoredImage> ofSubjects(DatasetId dataset, Collection<SubjectId> subjects) {
        return page(dataset, subjects, 0, Integer.MAX_VALUE);
    }

    public List<StoredImage> page(DatasetId dataset, Collection<SubjectId> subjects, int page, int size) {
        return jdbc.sql("select " + COLUMNS + " from dataset_image where dataset_id = :dataset and erased_at is null"
                        + " and subject_id = any(:subjects) order by subject_id, id limit :size offset :skip")
                .param("dataset", dataset.value())
                .param("subjects", uuids(subjects))
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, number) -> image(row))
                .list();
    }

    /// How many images of each subject there are.
    public Map<SubjectId, Integer> coverage(DatasetId dataset, Collection<SubjectId> subjects) {
        Map<SubjectId, Integer> coverage = new LinkedHashMap<>();
        jdbc.sql("select subject_id, count(*) as images from dataset_image where dataset_id = :dataset"
                        + " and erased_at is null and subject_id = any(:subjects) group by subject_id"
                        + " order by count(*) desc, subject_id")
                .param("dataset", dataset.value())
                .param("subjects", uuids(subjects))
                .query(row -> {
                    coverage.put(new SubjectId(row.getObject("subject_id", UUID.class)), row.getInt("images"));
                });
        return coverage;
    }

    /// Where the crops of these images lie.
    public Map<ImageId, ObjectKey> cropKeys(DatasetId dataset, Collection<SubjectId> subjects) {
        Map<ImageId, ObjectKey> keys = new LinkedHashMap<>();
        jdbc.sql("select id, crop_key from dataset_image where dataset_id = :dataset and erased_at is null"
                        + " and subject_id = any(:subjects)")
                .param("dataset", dataset.value())
                .param("subjects", uuids(subjects))
                .query(row -> {
                    keys.put(new ImageId(row.getObject("id", UUID.class)), new ObjectKey(row.getString("crop_key")));
                });
        return keys;
    }

    public List<StoredImage> of(SubjectId subject, int limit) {
        return jdbc.sql("select " + COLUMNS + " from dataset_image where subject_id = :subject and erased_at is null"
                        + " order by id limit :limit")
                .param("subject", subject.value())
                .param("limit", limit)
                .query((row, number) -> image(row))
                .list();
    }

    /// Leaves the trace that there was an image, and nothing by which it could be known again.
    public void erase(ImageId id, Instant now) {
        jdbc.sql(
                        "update dataset_image set content_hash = null, content_key = null, content_type = null, crop_hash = null,"
                                + " crop_key = null, width = null, height = null, alignment = null, detector = null,"
                                + " erased_at = :now where id = :id and erased_at is null")
                .param("id", id.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    public int erased(SubjectId subject) {
        return jdbc.sql("select count(*) from dataset_image where subject_id = :subject and erased_at is not null")
                .param("subject", subject.value())
                .query(Integer.class)
                .single();
    }

    static UUID[] uuids(Collection<SubjectId> subjects) {
        return subjects.stream().map(SubjectId::value).toArray(UUID[]::new);
    }

    private static StoredImage image(ResultSet row) throws SQLException {
        return new StoredImage(
                new ImageId(row.getObject("id", UUID.class)),
                new DatasetId(row.getObject("dataset_id", UUID.class)),
                new SubjectId(row.getObject("subject_id", UUID.class)),
                new StoredImage.Origin(upload(row.getObject("upload_id", UUID.class)), row.getInt("upload_entry")),
                row.getString("content_hash"),
                new ObjectKey(row.getString("content_key")),
                row.getString("content_type"),
                row.getString("crop_hash"),
                new ObjectKey(row.getString("crop_key")),
                row.getInt("width"),
                row.getInt("height"),
                Alignment.valueOf(row.getString("alignment")),
                row.getString("detector"),
                row.getTimestamp("added_at").toInstant());
    }

    private static @Nullable UploadId upload(@Nullable UUID id) {
        return id == null ? null : new UploadId(id);
    }
}

package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersion;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.DatasetVersionNotFound;
import dev.facewright.platform.datasets.VersionStatus;
import dev.facewright.platform.storage.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `dataset_version`; the database itself refuses to change more of them than their
/// revocation.
@Repository
public class VersionTable {
    private static final String VIEW = "select v.id, v.dataset_id, d.name, d.purpose, v.number, v.manifest_hash,"
            + " v.image_count, v.subject_count, v.validation_fraction, v.seed, v.status, v.sealed_at, v.revoked_at,"
            + " v.revocation_reason from dataset_version v join dataset d on d.id = v.dataset_id ";

    private final JdbcClient jdbc;

    VersionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DatasetVersion version, ObjectKey manifest) {
        jdbc.sql("insert into dataset_version (id, dataset_id, number, manifest_key, manifest_hash, image_count,"
                        + " subject_count, validation_fraction, seed, status, sealed_at) values (:id, :dataset, :number,"
                        + " :key, :hash, :images, :subjects, :fraction, :seed, 'SEALED', :at)")
                .param("id", version.id().value())
                .param("dataset", version.dataset().value())
                .param("number", version.number())
                .param("key", manifest.value())
                .param("hash", version.manifestHash())
                .param("images", version.imageCount())
                .param("subjects", version.subjectCount())
                .param("fraction", version.validationFraction())
                .param("seed", version.seed())
                .param("at", Timestamp.from(version.sealedAt()))
                .update();
    }

    int nextNumber(DatasetId dataset) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from dataset_version where dataset_id = :dataset")
                .param("dataset", dataset.value())
                .query(Integer.class)
                .single();
    }

    public Optional<DatasetVersion> find(DatasetVersionId id) {
        return jdbc.sql(VIEW + "where v.id = :id")
                .param("id", id.value())
                .query((row, number) -> version(row))
                .optional();
    }

    /// Holds back a revocation until the transaction ends.
    Optional<DatasetVersion> findAndHold(DatasetVersionId id) {
        return jdbc.sql(VIEW + "where v.id = :id for share of v")
                .param("id", id.value())
                .query((row, number) -> version(row))
                .optional();
    }

    public List<DatasetVersion> of(DatasetId dataset) {
        return jdbc.sql(VIEW + "where v.dataset_id = :dataset order by v.number desc")
                .param("dataset", dataset.value())
                .query((row, number) -> version(row))
                .list();
    }

    public List<DatasetVersion> sealed(Purpose purpose) {
        return jdbc.sql(VIEW + "where d.purpose = :purpose and v.status = 'SEALED' order by v.sealed_at desc, v.id")
                .param("purpose", purpose.name())
                .query((row, number) -> version(row))
                .list();
    }

    public ManifestStore.Kept manifest(DatasetVersionId id) {
        return jdbc.sql("select manifest_key, manifest_hash from dataset_version where id = :id")
                .param("id", id.value())
                .query((row, number) -> new ManifestStore.Kept(new ObjectKey(row.getString(1)), row.getString(2)))
                .optional()
                .orElseThrow(() -> new DatasetVersionNotFound(id));
    }

    public Set<DatasetVersionId> with(SubjectId subject) {
        return jdbc
                .sql("select version_id from dataset_version_subject where subject_id = :subject")
                .param("subject", subject.value())
                .query((row, number) -> new DatasetVersionId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /// Revokes the versions with the subject in datasets of these purposes.
    ///
    /// @return those that were not revoked before
    public List<DatasetVersionId> revoke(SubjectId subject, Collection<Purpose> purposes, String reason, Instant now) {
        return jdbc.sql(
                        "update dataset_version v set status = 'REVOKED', revoked_at = :now, revocation_reason = :reason"
                                + " from dataset d where d.id = v.dataset_id and v.status = 'SEALED' and d.purpose = any(:purposes)"
                                + " and exists (select from dataset_version_subject s where s.version_id = v.id"
                                + " and s.subject_id = :subject) returning v.id")
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .param("purposes", purposes.stream().map(Purpose::name).toArray(String[]::new))
                .param("subject", subject.value())
                .query((row, number) -> new DatasetVersionId(row.getObject(1, UUID.class)))
                .list();
    }

    private static DatasetVersion version(ResultSet row) throws SQLException {
        Timestamp revokedAt = row.getTimestamp("revoked_at");
        return new DatasetVersion(
                new DatasetVersionId(row.getObject("id", UUID.class)),
                new DatasetId(row.getObject("dataset_id", UUID.class)),
                row.getString("name"),
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("number"),
                row.getString("manifest_hash"),
                row.getInt("image_count"),
                row.getInt("subject_count"),
                row.getDouble("validation_fraction"),
                row.getLong("seed"),
                VersionStatus.valueOf(row.getString("status")),
                row.getTimestamp("sealed_at").toInstant(),
                revokedAt == null ? null : revokedAt.toInstant(),
                row.getString("revocation_reason"));
    }
}

package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `dataset_version_subject`: who is in a version, so that a withdrawal finds it.
@Repository
public class VersionSubjectTable {
    private final JdbcClient jdbc;

    VersionSubjectTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(DatasetVersionId version, List<VersionSubject> subjects) {
        jdbc.sql("insert into dataset_version_subject (version_id, subject_id, label, train_images, validation_images)"
                        + " select :version, s.* from unnest(:subjects, :labels, :train, :validation) s")
                .param("version", version.value())
                .param(
                        "subjects",
                        subjects.stream().map(each -> each.subject().value()).toArray(UUID[]::new))
                .param("labels", subjects.stream().map(VersionSubject::label).toArray(Integer[]::new))
                .param(
                        "train",
                        subjects.stream().map(VersionSubject::trainImages).toArray(Integer[]::new))
                .param(
                        "validation",
                        subjects.stream().map(VersionSubject::validationImages).toArray(Integer[]::new))
                .update();
    }

    /// Someone in it who does not agree to the purpose at that time, if there is anyone. Asked once a second by every
    /// run: materialized, so that it is planned for everyone agreeing, which is what it nearly always finds.
    Optional<SubjectId> withoutConsent(DatasetVersionId version, Purpose purpose, Instant now) {
        return jdbc.sql("with lacking as materialized (select v.subject_id from dataset_version_subject v"
                        + " where v.version_id = :version and not exists (select from live_consent(:now) l"
                        + " where l.subject_id = v.subject_id and l.purpose = :purpose))"
                        + " select subject_id from lacking limit 1")
                .param("version", version.value())
                .param("purpose", purpose.name())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new SubjectId(row.getObject("subject_id", UUID.class)))
                .optional();
    }

    /// In the order of their labels.
    public List<VersionSubject> of(DatasetVersionId version) {
        return jdbc.sql("select subject_id, label, train_images, validation_images from dataset_version_subject"
                        + " where version_id = :version order by label")
                .param("version", version.value())
                .query((row, number) -> new VersionSubject(
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        row.getInt("label"),
                        row.getInt("train_images"),
                        row.getInt("validation_images")))
                .list();
    }
}

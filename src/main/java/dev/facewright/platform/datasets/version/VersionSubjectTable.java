package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import java.util.List;
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

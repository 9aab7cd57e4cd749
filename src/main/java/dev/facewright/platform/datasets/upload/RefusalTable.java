package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.UploadId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `dataset_upload_refusal`.
@Repository
public class RefusalTable {
    public record Refusal(int entry, @Nullable SubjectId subject, RefusalReason reason) {}

    private final JdbcClient jdbc;

    RefusalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UploadId upload, Refusal refusal) {
        SubjectId subject = refusal.subject();
        jdbc.sql("insert into dataset_upload_refusal (upload_id, entry, subject_id, reason)"
                        + " values (:upload, :entry, :subject, :reason) on conflict (upload_id, entry) do nothing")
                .param("upload", upload.value())
                .param("entry", refusal.entry())
                .param("subject", subject == null ? null : subject.value())
                .param("reason", refusal.reason().name())
                .update();
    }

    public List<Refusal> page(UploadId upload, int page, int size) {
        return jdbc.sql("select entry, subject_id, reason from dataset_upload_refusal where upload_id = :upload"
                        + " order by entry limit :size offset :skip")
                .param("upload", upload.value())
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, number) -> new Refusal(
                        row.getInt("entry"),
                        subject(row.getObject("subject_id", UUID.class)),
                        RefusalReason.valueOf(row.getString("reason"))))
                .list();
    }

    /// How often each reason occurred.
    public Map<RefusalReason, Integer> counts(UploadId upload) {
        Map<RefusalReason, Integer> counts = new EnumMap<>(RefusalReason.class);
        jdbc.sql(
                        "select reason, count(*) as times from dataset_upload_refusal where upload_id = :upload group by reason")
                .param("upload", upload.value())
                .query(row -> {
                    counts.put(RefusalReason.valueOf(row.getString("reason")), row.getInt("times"));
                });
        return counts;
    }

    public void forget(SubjectId subject) {
        jdbc.sql("update dataset_upload_refusal set subject_id = null where subject_id = :subject")
                .param("subject", subject.value())
                .update();
    }

    private static @Nullable SubjectId subject(@Nullable UUID id) {
        return id == null ? null : new SubjectId(id);
    }
}

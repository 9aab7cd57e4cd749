package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadStatus;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.jobs.JobId;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of `dataset_upload`.
@Repository
public class UploadTable {
    /// Where the archive waits.
    ///
    /// @param dataKey  made for this archive alone
    record StoredArchive(ObjectKey key, long bytes, DataKeyId dataKey) {}

    private static final String VIEW = "select id, dataset_id, status, total, accepted, duplicates, refused, skipped,"
            + " failure, created_at, ended_at from dataset_upload ";

    private final JdbcClient jdbc;

    UploadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UploadId id, DatasetId dataset, StoredArchive archive, JobId job, Instant now) {
        jdbc.sql("insert into dataset_upload (id, dataset_id, status, archive_key, archive_bytes, data_key, job_id,"
                        + " created_at) values (:id, :dataset, 'QUEUED', :key, :bytes, :dataKey, :job, :now)")
                .param("id", id.value())
                .param("dataset", dataset.value())
                .param("key", archive.key().value())
                .param("bytes", archive.bytes())
                .param("dataKey", archive.dataKey().value())
                .param("job", job.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    public Optional<UploadView> find(UploadId id) {
        return jdbc.sql(VIEW + "where id = :id")
                .param("id", id.value())
                .query((row, number) -> view(row))
                .optional();
    }

    public List<UploadView> latest(DatasetId dataset, int limit) {
        return jdbc.sql(VIEW + "where dataset_id = :dataset order by created_at desc, id limit :limit")
                .param("dataset", dataset.value())
                .param("limit", limit)
                .query((row, number) -> view(row))
                .list();
    }

    /// Empty once the upload has ended.
    Optional<StoredArchive> archive(UploadId id) {
        return jdbc.sql("select archive_key, archive_bytes, data_key from dataset_upload"
                        + " where id = :id and archive_key is not null")
                .param("id", id.value())
                .query((row, number) -> new StoredArchive(
                        new ObjectKey(row.getString("archive_key")),
                        row.getLong("archive_bytes"),
                        new DataKeyId(row.getObject("data_key", UUID.class))))
                .optional();
    }

    Optional<JobId> job(UploadId id) {
        return jdbc.sql("select job_id from dataset_upload where id = :id")
                .param("id", id.value())
                .query((row, number) -> new JobId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// A further attempt counts from the start again: what an earlier one stored is found and counted as
    /// accepted.
    void start(UploadId id, int total) {
        jdbc.sql(
                        "update dataset_upload set status = 'RUNNING', total = :total, accepted = 0, duplicates = 0, refused = 0,"
                                + " skipped = 0 where id = :id and ended_at is null")
                .param("id", id.value())
                .param("total", total)
                .update();
        jdbc.sql("delete from dataset_upload_refusal where upload_id = :id")
                .param("id", id.value())
                .update();
    }

    void progress(UploadId id, UploadTally.Counts counts) {
        jdbc.sql("update dataset_upload set accepted = :accepted, duplicates = :duplicates, refused = :refused,"
                        + " skipped = :skipped where id = :id and ended_at is null")
                .param("id", id.value())
                .param("accepted", counts.accepted())
                .param("duplicates", counts.duplicates())
                .param("refused", counts.refused())
                .param("skipped", counts.skipped())
                .update();
    }

    /// @return false if it has ended before
    boolean end(UploadId id, UploadStatus status, @Nullable String failure, Instant now) {
        return jdbc.sql("update dataset_upload set status = :status, failure = :failure, archive_key = null,"
                                + " ended_at = :now where id = :id and ended_at is null")
                        .param("id", id.value())
                        .param("status", status.name())
                        .param("failure", failure)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private static UploadView view(ResultSet row) throws SQLException {
        int accepted = row.getInt("accepted");
        int duplicates = row.getInt("duplicates");
        int refused = row.getInt("refused");
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new UploadView(
                new UploadId(row.getObject("id", UUID.class)),
                new DatasetId(row.getObject("dataset_id", UUID.class)),
                UploadStatus.valueOf(row.getString("status")),
                row.getObject("total", Integer.class),
                accepted + duplicates + refused,
                accepted,
                duplicates,
                refused,
                row.getInt("skipped"),
                row.getString("failure"),
                row.getTimestamp("created_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}

package dev.facewright.platform.datasets;

import dev.facewright.platform.datasets.upload.UploadTable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Uploads of all datasets together, for whoever keeps an eye on the server.
@Service
@Transactional(readOnly = true)
public class RecentUploads {
    private final JdbcClient jdbc;
    private final UploadTable uploads;

    RecentUploads(JdbcClient jdbc, UploadTable uploads) {
        this.jdbc = jdbc;
        this.uploads = uploads;
    }

    /// The newest first.
    public List<UploadView> underWay(int most) {
        return jdbc
                .sql("select id from dataset_upload where ended_at is null order by created_at desc, id limit :most")
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(UploadId::new)
                .map(uploads::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /// How many ended since then with an image that was refused, or failed as a whole.
    public long refusedSince(Instant since) {
        return jdbc.sql(
                        "select count(*) from dataset_upload where ended_at > :since and (refused > 0 or status = 'FAILED')")
                .param("since", Timestamp.from(since))
                .query(Long.class)
                .single();
    }
}

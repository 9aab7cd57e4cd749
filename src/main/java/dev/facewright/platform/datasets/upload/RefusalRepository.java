package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.RefusalReason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was refused of all uploads.
public interface RefusalRepository extends Repository<RefusalRow, RefusalRow.Key> {
    /// How often a reason occurred.
    record Count(RefusalReason reason, long times) {}

    /// A worker that was taken for dead may be at the same entry. Whose it is is not kept once their erasure has begun:
    /// it waits for this row, or this row for it.
    @Modifying
    @Transactional
    @NativeQuery("with person as (select id from data_subject where id = cast(:subject as uuid)"
            + " and erasure_started_at is null for share)"
            + " insert into dataset_upload_refusal (upload_id, entry, subject_id, reason)"
            + " values (:upload, :entry, (select id from person), :reason) on conflict do nothing")
    void add(UUID upload, int entry, @Nullable UUID subject, String reason);

    /// For an attempt that counts from the start again.
    @Modifying
    @Query("delete from RefusalRow r where r.uploadId = :upload")
    void clear(UUID upload);

    Page<RefusalRow> findByUploadIdOrderByEntry(UUID upload, Pageable page);

    @Query("select new dev.facewright.platform.datasets.upload.RefusalRepository$Count(r.reason, count(r))"
            + " from RefusalRow r where r.uploadId = :upload group by r.reason")
    List<Count> counts(UUID upload);

    /// @return upload and entry of each
    @NativeQuery("select upload_id || '/' || entry from dataset_upload_refusal where subject_id = :subject")
    List<String> naming(UUID subject);

    @Modifying
    @Transactional
    @Query("update RefusalRow r set r.subjectId = null where r.subjectId = :subject")
    void forget(UUID subject);
}

package dev.facewright.platform.datasets;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.jobs.JobStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far an uploaded archive has come.
///
/// @param total  entries that could be images; null until the archive was looked through
/// @param processed  `accepted + duplicates + refused`
/// @param skipped  entries that operating systems leave in archives and nobody misses
/// @param failure  a slug, if the whole upload failed
public record UploadView(
        UploadId id,
        DatasetId dataset,
        JobStatus status,
        @Nullable Integer total,
        int processed,
        int accepted,
        int duplicates,
        int refused,
        int skipped,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /// One entry of an upload that was not taken.
    ///
    /// @param entry  its position, as listing the archive counts; names are not kept
    /// @param subject  in whose folder it lay, if that is a known subject
    /// @param subjectCode  of that subject, unless erased
    public record RefusalView(
            int entry,
            @Nullable SubjectId subject,
            @Nullable String subjectCode,
            RefusalReason reason) {}
}

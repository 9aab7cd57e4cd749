package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.LiveConsent;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.ImageView;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.registry.SavedOnce;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An image of a dataset. Changes once: when it is erased.
@Entity
@Table(name = "dataset_image")
public class ImageRow implements SavedOnce {
    /// Where an image came from.
    ///
    /// @param upload  null if it came alone; else `entry` is its position in the archive
    public record Origin(@Nullable UploadId upload, int entry) {
        public static final Origin SINGLE = new Origin(null, 0);
    }

    @Id
    private UUID id;

    private UUID datasetId;
    private UUID subjectId;
    private @Nullable UUID uploadId;
    private @Nullable Integer uploadEntry;
    private @Nullable UUID consentId;
    private @Nullable Instant consentedAt;

    @Embedded
    private @Nullable Kept kept;

    private Instant addedAt;
    private @Nullable Instant erasedAt;

    protected ImageRow() {}

    ImageRow(ImageId id, DatasetId dataset, SubjectId subject, Origin origin, Kept kept, Instant now) {
        UploadId upload = origin.upload();
        this.id = id.value();
        this.datasetId = dataset.value();
        this.subjectId = subject.value();
        this.uploadId = upload == null ? null : upload.value();
        this.uploadEntry = upload == null ? null : origin.entry();
        this.kept = kept;
        this.addedAt = now;
    }

    /// Names what it is taken under; an image that names nothing is never shown.
    void restsOn(LiveConsent consent) {
        consentId = consent.consent().value();
        consentedAt = consent.recordedAt();
    }

    @Override
    public UUID getId() {
        return id;
    }

    public ImageId id() {
        return new ImageId(id);
    }

    public DatasetId dataset() {
        return new DatasetId(datasetId);
    }

    public SubjectId subject() {
        return new SubjectId(subjectId);
    }

    Origin origin() {
        return uploadId == null || uploadEntry == null
                ? Origin.SINGLE
                : new Origin(new UploadId(uploadId), uploadEntry);
    }

    /// @throws IllegalStateException if it was erased
    public Kept kept() {
        if (kept == null) {
            throw new IllegalStateException("Nothing is kept of " + id);
        }
        return kept;
    }

    /// Leaves the trace that there was an image, and nothing by which it could be known again.
    public void erase(Instant now) {
        kept = null;
        erasedAt = now;
    }

    /// @param subjectCode  of whoever is on it
    public ImageView view(String subjectCode) {
        Kept shown = kept();
        return new ImageView(
                id(),
                subject(),
                subjectCode,
                shown.contentHash(),
                shown.contentType(),
                shown.width(),
                shown.height(),
                shown.alignment(),
                shown.detector(),
                shown.faces(),
                addedAt);
    }
}

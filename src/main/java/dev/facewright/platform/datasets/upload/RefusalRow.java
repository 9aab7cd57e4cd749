package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.UploadView.RefusalView;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry of an archive that was not taken, by its position. Whose folder it lay in is forgotten with the person.
@Entity
@Table(name = "dataset_upload_refusal")
@IdClass(RefusalRow.Key.class)
public class RefusalRow {
    record Key(UUID uploadId, int entry) {}

    @Id
    private UUID uploadId;

    @Id
    private int entry;

    private @Nullable UUID subjectId;

    @Enumerated(EnumType.STRING)
    private RefusalReason reason;

    protected RefusalRow() {}

    public Optional<SubjectId> subject() {
        return Optional.ofNullable(subjectId).map(SubjectId::new);
    }

    /// @param codes  of the subjects that are not erased
    public RefusalView view(Map<SubjectId, String> codes) {
        SubjectId subject = subject().orElse(null);
        return new RefusalView(entry, subject, subject == null ? null : codes.get(subject), reason);
    }
}

package dev.facewright.platform.datasets.version;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Until when the consents that a version rests on all last. Kept by the database with the consents, and compared there
/// with the time of whoever asks.
@Entity
@Immutable
@Table(name = "dataset_version_term")
class VersionTerm {
    @Id
    private UUID versionId;

    private Instant liveUntil;

    protected VersionTerm() {}
}

package dev.facewright.platform.export;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/// That a bundle which somebody has is to be destroyed, and when they were told.
@Entity
@Table(name = "bundle_recall")
class BundleRecall implements Persistable<UUID> {
    @Id
    private UUID downloadId;

    private Instant recalledAt;
    private @Nullable Instant toldAt;

    @Transient
    private boolean added;

    protected BundleRecall() {}

    BundleRecall(BundleDownload download, Instant now) {
        this.downloadId = download.id();
        this.recalledAt = now;
        this.added = true;
    }

    @Override
    public UUID getId() {
        return downloadId;
    }

    @Override
    public boolean isNew() {
        return added;
    }

    @PostLoad
    @PostPersist
    void stored() {
        added = false;
    }

    Instant recalledAt() {
        return recalledAt;
    }

    @Nullable
    Instant toldAt() {
        return toldAt;
    }

    void told(Instant now) {
        if (toldAt == null) {
            toldAt = now;
        }
    }
}

package dev.facewright.platform.export;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.kernel.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// That somebody took a bundle.
@Entity
@Immutable
@Table(name = "bundle_download")
class BundleDownload {
    @Id
    private UUID id;

    private UUID exportId;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private String actorId;
    private @Nullable UUID accountId;
    private Instant takenAt;

    protected BundleDownload() {}

    BundleDownload(ExportId export, Actor actor, @Nullable AccountId account, Instant now) {
        this.id = UUID.randomUUID();
        this.exportId = export.value();
        this.actorKind = actor.kind();
        this.actorId = actor.id();
        this.accountId = account == null ? null : account.value();
        this.takenAt = now;
    }

    UUID id() {
        return id;
    }

    ExportId export() {
        return new ExportId(exportId);
    }

    Actor actor() {
        return new Actor(actorKind, actorId);
    }

    Instant takenAt() {
        return takenAt;
    }
}

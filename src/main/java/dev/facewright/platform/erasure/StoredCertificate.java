package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.springframework.data.domain.Persistable;

/// A signed certificate as it was issued. Never changes.
@Entity
@Immutable
@Table(name = "erasure_certificate")
class StoredCertificate implements Persistable<UUID> {
    @Id
    private UUID subjectId;

    private UUID certificateId;
    private String envelope;
    private Instant issuedAt;

    @Transient
    private boolean added;

    protected StoredCertificate() {}

    StoredCertificate(SubjectId subject, UUID certificate, String envelope, Instant now) {
        this.subjectId = subject.value();
        this.certificateId = certificate;
        this.envelope = envelope;
        this.issuedAt = now;
        this.added = true;
    }

    @Override
    public UUID getId() {
        return subjectId;
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

    String envelope() {
        return envelope;
    }
}

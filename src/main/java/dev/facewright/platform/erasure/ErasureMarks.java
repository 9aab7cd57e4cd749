package dev.facewright.platform.erasure;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.DataKeyId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/// What to look for once everything is gone, encrypted.
@Entity
@Table(name = "erasure_marks")
class ErasureMarks implements Persistable<UUID> {
    @Id
    private UUID subjectId;

    private UUID dataKey;
    private byte[] sealed;

    @Transient
    private boolean added;

    protected ErasureMarks() {}

    ErasureMarks(SubjectId subject, DataKeyId key, byte[] sealed) {
        this.subjectId = subject.value();
        this.dataKey = key.value();
        this.sealed = sealed;
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

    DataKeyId key() {
        return new DataKeyId(dataKey);
    }

    byte[] sealed() {
        return sealed;
    }
}

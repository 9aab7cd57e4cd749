package dev.facewright.platform.storage;

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

/// A wrapped key, or the trace of a destroyed one.
@Entity
@Table(name = "data_key")
class DataKey implements Persistable<UUID> {
    @Id
    private UUID id;

    private String purpose;
    private @Nullable UUID ownerId;
    private byte @Nullable [] wrappedKey;
    private int generation;
    private Instant createdAt;
    private @Nullable Instant destroyedAt;

    @Transient
    private boolean added;

    protected DataKey() {}

    DataKey(DataKeyId id, ObjectOwner owner, byte[] wrapped, int generation, Instant now) {
        this.id = id.value();
        this.purpose = owner.kind().purpose();
        this.ownerId = owner.id();
        this.wrappedKey = wrapped;
        this.generation = generation;
        this.createdAt = now;
        this.added = true;
    }

    @Override
    public UUID getId() {
        return id;
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
}

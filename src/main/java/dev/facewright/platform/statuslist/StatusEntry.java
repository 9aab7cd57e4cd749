package dev.facewright.platform.statuslist;

import dev.facewright.platform.models.ModelVersionId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/// The row of a bundle's place in the list.
@Entity
@Table(name = "status_entry")
class StatusEntry implements Persistable<String> {
    @Id
    private String statusId;

    private UUID bundleId;
    private UUID modelVersionId;
    private int listIndex;
    private Instant since;

    @Transient
    private boolean added;

    protected StatusEntry() {}

    StatusEntry(StatusId id, UUID bundle, ModelVersionId model, int listIndex, Instant now) {
        this.statusId = id.value();
        this.bundleId = bundle;
        this.modelVersionId = model.value();
        this.listIndex = listIndex;
        this.since = now;
        this.added = true;
    }

    @Override
    public String getId() {
        return statusId;
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

    StatusId id() {
        return new StatusId(statusId);
    }

    int listIndex() {
        return listIndex;
    }
}

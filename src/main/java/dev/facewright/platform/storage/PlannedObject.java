package dev.facewright.platform.storage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// That an object is about to be put, or was put and is not recorded by its owner yet.
@Entity
@Table(name = "planned_object")
class PlannedObject {
    @Id
    private String objectKey;

    private UUID processId;
    private Instant plannedAt;

    protected PlannedObject() {}

    UUID process() {
        return processId;
    }
}

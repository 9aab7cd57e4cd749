package dev.facewright.platform.datasets.registry;

import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.Dataset;
import dev.facewright.platform.datasets.DatasetId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// A dataset in the database: nothing about it changes but what belongs to it.
@Entity
@Immutable
@Table(name = "dataset")
public class DatasetRow implements SavedOnce {
    @Id
    private UUID id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String description;
    private boolean alwaysDetect;
    private Instant createdAt;

    protected DatasetRow() {}

    public DatasetRow(Dataset dataset) {
        this.id = dataset.id().value();
        this.name = dataset.name();
        this.purpose = dataset.purpose();
        this.description = dataset.description();
        this.alwaysDetect = dataset.alwaysDetect();
        this.createdAt = dataset.createdAt();
    }

    @Override
    public UUID getId() {
        return id;
    }

    public Dataset view() {
        return new Dataset(new DatasetId(id), name, purpose, description, alwaysDetect, createdAt);
    }
}

package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// How many images of one subject a dataset has, at least one. Kept by the database with the images themselves.
@Entity
@Immutable
@IdClass(DatasetSubject.Key.class)
public class DatasetSubject {
    record Key(UUID datasetId, UUID subjectId) {}

    @Id
    private UUID datasetId;

    @Id
    private UUID subjectId;

    private int images;

    protected DatasetSubject() {}

    public SubjectId subject() {
        return new SubjectId(subjectId);
    }

    public int images() {
        return images;
    }
}

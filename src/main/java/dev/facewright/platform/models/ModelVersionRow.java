package dev.facewright.platform.models;

import dev.facewright.platform.datasets.DatasetVersionId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "model_version")
class ModelVersionRow {
    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String name;

    @Enumerated(EnumType.STRING)
    private ModelStatus status = ModelStatus.ACTIVE;

    private @Nullable String quarantineReason;
    private @Nullable Instant quarantinedAt;
    private Instant registeredAt;
    private String weightsKey;

    @Column(name = "weights_sha256")
    private String weightsSha256;

    private long weightsBytes;
    private String architecture;
    private int embeddingDimensions;
    private long parameters;
    private long macs;
    private @Nullable UUID runId;
    private @Nullable UUID datasetVersionId;
    private @Nullable UUID startedFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable TrainingRecord training;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "import")
    private @Nullable ImportRecord imported;

    protected ModelVersionRow() {}

    ModelVersionRow(ModelVersionId id, NewModelVersion registered, StoredWeights weights, Instant at) {
        this.id = id.value();
        this.name = registered.name();
        this.registeredAt = at;
        this.weightsKey = weights.key().value();
        this.weightsSha256 = weights.sha256();
        this.weightsBytes = weights.bytes();
        this.architecture = registered.facts().architecture();
        this.embeddingDimensions = registered.facts().embeddingDimensions();
        this.parameters = registered.facts().parameters();
        this.macs = registered.facts().macs();
        switch (registered.origin()) {
            case Origin.Trained trained -> {
                this.runId = trained.runId();
                this.datasetVersionId = trained.dataset().value();
                this.startedFrom = trained.startedFrom() == null
                        ? null
                        : trained.startedFrom().value();
                this.training = new TrainingRecord(
                        trained.recipeJson(),
                        trained.seed(),
                        trained.selfSupervised(),
                        trained.codeVersion(),
                        trained.libraryVersions());
            }
            case Origin.Imported source ->
                this.imported = new ImportRecord(
                        source.source(),
                        source.sha256(),
                        source.licence(),
                        source.preprocessing(),
                        source.publishedAccuracy());
        }
    }

    ModelVersionId id() {
        return new ModelVersionId(id);
    }

    boolean active() {
        return status == ModelStatus.ACTIVE;
    }

    StoredWeights weights() {
        return StoredWeights.of(weightsKey, weightsSha256, weightsBytes);
    }

    void quarantine(String reason, Instant at) {
        status = ModelStatus.QUARANTINED;
        quarantineReason = reason;
        quarantinedAt = at;
    }

    ModelVersion view(List<ModelMetric> metrics) {
        return new ModelVersion(
                id(),
                name,
                status,
                quarantineReason,
                quarantinedAt,
                origin(),
                new ModelFacts(architecture, embeddingDimensions, parameters, macs),
                weightsSha256,
                weightsBytes,
                metrics,
                registeredAt);
    }

    private Origin origin() {
        if (training == null) {
            ImportRecord file = Objects.requireNonNull(imported);
            return new Origin.Imported(
                    file.source(), file.sha256(), file.licence(), file.preprocessing(), file.publishedAccuracy());
        }
        return new Origin.Trained(
                Objects.requireNonNull(runId),
                new DatasetVersionId(Objects.requireNonNull(datasetVersionId)),
                startedFrom == null ? null : new ModelVersionId(startedFrom),
                training.recipeJson(),
                training.seed(),
                Boolean.TRUE.equals(training.selfSupervised()),
                training.codeVersion(),
                training.libraryVersions());
    }
}

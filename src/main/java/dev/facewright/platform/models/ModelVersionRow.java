package dev.facewright.platform.models;

import dev.facewright.platform.models.ModelVersion.ModelStatus;
import dev.facewright.platform.models.ModelWeights.StoredWeights;
import dev.facewright.platform.models.NewModelVersion.ModelFacts;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
    private @Nullable UUID dataKey;
    private @Nullable Instant weightsDestroyedAt;
    private String architecture;
    private int embeddingDimensions;
    private long parameters;
    private long macs;

    @JdbcTypeCode(SqlTypes.JSON)
    private Origin origin;

    @ElementCollection
    @CollectionTable(name = "model_version_data", joinColumns = @JoinColumn(name = "model_version_id"))
    private Set<Line.Data> data = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "model_version_ancestor", joinColumns = @JoinColumn(name = "model_version_id"))
    private Set<Line.Ancestor> ancestors = new HashSet<>();

    protected ModelVersionRow() {}

    ModelVersionRow(ModelVersionId id, NewModelVersion registered, Line line, StoredWeights weights, Instant at) {
        this.id = id.value();
        this.name = registered.name();
        this.registeredAt = at;
        this.weightsBytes = weights.bytes();
        lieAt(weights);
        this.architecture = registered.facts().architecture();
        this.embeddingDimensions = registered.facts().embeddingDimensions();
        this.parameters = registered.facts().parameters();
        this.macs = registered.facts().macs();
        this.origin = registered.origin();
        this.data.addAll(line.data());
        this.ancestors.addAll(line.ancestors());
    }

    ModelVersionId id() {
        return new ModelVersionId(id);
    }

    boolean active() {
        return status == ModelStatus.ACTIVE;
    }

    StoredWeights weights() {
        return StoredWeights.of(weightsKey, weightsSha256, weightsBytes, dataKey);
    }

    final void lieAt(StoredWeights weights) {
        weightsKey = weights.key().value();
        weightsSha256 = weights.sha256();
        dataKey = weights.dataKey() == null ? null : weights.dataKey().value();
    }

    boolean destroyed() {
        return weightsDestroyedAt != null;
    }

    void destroyWeights(Instant at) {
        weightsDestroyedAt = at;
    }

    /// Every dataset version in it, in an order of their own.
    Stream<CarriedVersion> data() {
        return data.stream()
                .map(Line.Data::carried)
                .sorted(Comparator.comparing(
                                (CarriedVersion carried) -> carried.version().value())
                        .thenComparing(CarriedVersion::use));
    }

    Set<Line.Ancestor> ancestors() {
        return ancestors;
    }

    void quarantine(String reason, Instant at) {
        status = ModelStatus.QUARANTINED;
        quarantineReason = reason;
        quarantinedAt = at;
    }

    /// @param ended  whether it rests on a consent that has ended, though nobody may have quarantined it yet
    /// @param kept  how long weights are kept in quarantine
    ModelVersion view(List<ModelMetric> metrics, boolean ended, Duration kept) {
        return new ModelVersion(
                id(),
                name,
                ended ? ModelStatus.QUARANTINED : status,
                ended && quarantineReason == null ? Quarantine.DATA_REVOKED : quarantineReason,
                quarantinedAt,
                quarantinedAt == null ? null : quarantinedAt.plus(kept),
                weightsDestroyedAt,
                origin,
                new ModelFacts(architecture, embeddingDimensions, parameters, macs),
                weightsSha256,
                weightsBytes,
                metrics,
                registeredAt);
    }
}

package dev.facewright.platform.models;

import dev.facewright.platform.erasure.HoldObject;
import dev.facewright.platform.erasure.LegalHolds;
import dev.facewright.platform.kernel.Choice;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.models.ModelProblem.ModelNotFound;
import dev.facewright.platform.models.ModelProblem.ModelQuarantined;
import dev.facewright.platform.models.ModelVersion.Label;
import dev.facewright.platform.models.ModelVersion.ModelStatus;
import dev.facewright.platform.models.ModelWeights.StoredWeights;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps model versions, what they come from and what they score.
@Service
public class ModelRegistry {
    private final ModelVersionRepository versions;
    private final ModelWeights weights;
    private final ModelMetrics metrics;
    private final LiveModels live;
    private final Quarantine quarantine;
    private final LegalHolds holds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ModelRegistry(
            ModelVersionRepository versions,
            ModelWeights weights,
            ModelMetrics metrics,
            LiveModels live,
            Quarantine quarantine,
            LegalHolds holds,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.weights = weights;
        this.metrics = metrics;
        this.live = live;
        this.quarantine = quarantine;
        this.holds = holds;
        this.events = events;
        this.clock = clock;
    }

    /// Joins the caller's transaction. Whatever data the model carries, itself or through what it goes on
    /// from, is looked at again under a lock, so that no withdrawal can slip by between the last step and
    /// this.
    ///
    /// @throws ModelQuarantined if what it goes on from has been quarantined; refusals of
    /// `Datasets.lockUsable` for its dataset versions
    @Transactional
    public ModelVersionId register(NewModelVersion registered) {
        // before anything is stored: what was learnt from someone who withdrew must not stay in the object store
        Line line = quarantine.lockUsableLine(registered.origin());
        ModelVersionId id = ModelVersionId.random();
        StoredWeights stored = weights.put(id, registered.weights());
        versions.saveAndFlush(new ModelVersionRow(id, registered, line, stored, clock.instant()));
        registered.metrics().forEach(metric -> metrics.put(id, metric));
        events.publishEvent(new ModelEvent.Registered(id, stored.sha256()));
        return id;
    }

    /// @throws ModelNotFound if there is none
    @Transactional(readOnly = true)
    public ModelVersion get(ModelVersionId id) {
        return views(List.of(find(id))).getFirst();
    }

    /// For lists that name models beside other things. Each id once or more often; those of no model are left out.
    @Transactional(readOnly = true)
    public Map<ModelVersionId, Label> labels(Stream<ModelVersionId> ids) {
        List<UUID> each = ids.map(ModelVersionId::value).distinct().toList();
        Set<UUID> ended = live.ended(each);
        return versions.findByIdIn(each).stream()
                .collect(Collectors.toMap(
                        row -> new ModelVersionId(row.getId()),
                        row -> new Label(
                                row.getName(), row.getStatus() == ModelStatus.ACTIVE && !ended.contains(row.getId()))));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<ModelVersion> list(int page, int size) {
        var rows = versions.findAllByOrderByRegisteredAtDescIdAsc(PageRequest.of(page, size));
        return new PageView<>(views(rows.getContent()), rows.getNumber(), rows.getSize(), rows.getTotalElements());
    }

    /// What may be used, newest first.
    ///
    /// @param part  of a name, in any case; empty for all
    @Transactional(readOnly = true)
    public Choice<ModelVersion> active(String part) {
        var found = views(versions.active(part.strip(), clock.instant(), Choice.MOST + 1));
        return Choice.of(found, Function.identity());
    }

    /// The same of all, with this one if it may be used.
    @Transactional(readOnly = true)
    public Choice<ModelVersion> activeWith(@Nullable ModelVersionId chosen) {
        Choice<ModelVersion> newest = active("");
        return Optional.ofNullable(chosen)
                .flatMap(id -> versions.findById(id.value()))
                .filter(live::usable)
                .map(row -> newest.with(views(List.of(row)).getFirst()))
                .orElse(newest);
    }

    /// @return the model file that was registered
    /// @throws ModelQuarantined if it may not be used any more
    /// @throws ModelProblem.WeightsDamaged if the store gives back anything else
    @Transactional(readOnly = true)
    public byte[] load(ModelVersionId id) {
        return weights.get(id, usable(id).weights());
    }

    /// @throws ModelQuarantined if it may not be used any more
    @Transactional(readOnly = true)
    public void requireUsable(ModelVersionId id) {
        usable(id);
    }

    /// `requireUsable`, and holds a quarantine back until the caller's transaction ends: what the caller commits
    /// is there when the quarantine looks for it.
    ///
    /// @throws ModelQuarantined if it may not be used any more
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdUsable(ModelVersionId id) {
        live.require(versions.lock(id.value()).orElseThrow(() -> new ModelNotFound(id)));
    }

    /// Whether a legal hold keeps its weights and bundles from being destroyed.
    @Transactional(readOnly = true)
    public boolean held(ModelVersionId id) {
        return holds.keeps(HoldObject.modelVersion(id.value()));
    }

    /// How many were quarantined since then.
    @Transactional(readOnly = true)
    public long quarantinedSince(Instant since) {
        return versions.countByQuarantinedAtAfter(since);
    }

    /// Quarantines a version and everything that goes on from it. Doing it twice changes nothing.
    ///
    /// @param reason  a slug; the bundles hold `models.quarantine.<reason>`
    @Transactional
    public void quarantine(ModelVersionId id, String reason) {
        find(id);
        quarantine.apply(id, reason);
    }

    /// Records a figure; a newer one by the same protocol takes the older one's place.
    @Transactional
    public void addMetric(ModelVersionId id, ModelMetric metric) {
        find(id);
        metrics.put(id, metric);
        events.publishEvent(new ModelEvent.MetricRecorded(id, metric.name(), metric.value()));
    }

    private List<ModelVersion> views(List<ModelVersionRow> rows) {
        var figures = metrics.of(rows.stream().map(row -> row.id().value()).toList());
        return live.views(rows, model -> figures.getOrDefault(model, List.of()));
    }

    private ModelVersionRow usable(ModelVersionId id) {
        ModelVersionRow row = find(id);
        live.require(row);
        return row;
    }

    private ModelVersionRow find(ModelVersionId id) {
        return versions.findById(id.value()).orElseThrow(() -> new ModelNotFound(id));
    }
}

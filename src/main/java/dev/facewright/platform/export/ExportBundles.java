package dev.facewright.platform.export;

import dev.facewright.platform.export.ExportProblem.BundleNotReady;
import dev.facewright.platform.export.ExportProblem.BundleWithdrawn;
import dev.facewright.platform.export.ExportProblem.ExportNotFound;
import dev.facewright.platform.kernel.PageView;
import dev.facewright.platform.kernel.UniqueRule;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.statuslist.BundleState;
import dev.facewright.platform.statuslist.StatusLists;
import dev.facewright.platform.statuslist.StatusLists.BundleStatus;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Deployment bundles: asked for, made by a worker, handed out while their model is in use.
@Service
public class ExportBundles {
    private static final UniqueRule UNDER_WAY = new UniqueRule("export_under_way");

    private final ExportRecords records;
    private final ExportRepository exports;
    private final BundleStore bundles;
    private final ModelRegistry models;
    private final StatusLists statuses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExportBundles(
            ExportRecords records,
            ExportRepository exports,
            BundleStore bundles,
            ModelRegistry models,
            StatusLists statuses,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.exports = exports;
        this.bundles = bundles;
        this.models = models;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
    }

    /// Queues an export; a worker makes the bundle.
    ///
    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model may not be used any more
    /// @throws ExportProblem.ExportUnderWay if a bundle of it is being made
    public ExportId start(ModelVersionId model) {
        return UNDER_WAY.lookAgain(() -> records.queue(model));
    }

    /// One that has ended stays as it is.
    public void cancel(ExportId id) {
        records.cancel(id);
    }

    /// @throws ExportNotFound if there is none
    @Transactional(readOnly = true)
    public ExportView get(ExportId id) {
        return view(require(id));
    }

    /// What devices are told of the bundle; empty where there is none. Not in a transaction: the list is as consents
    /// are
    /// after this was asked.
    public Optional<BundleStatus> deviceStatus(ExportId id) {
        ExportView export = get(id);
        return export.sha256() == null ? Optional.empty() : statuses.of(id.value());
    }

    /// The same in a word, of those that there is a bundle of, by the export's id.
    public Map<ExportId, BundleState> deviceStates(List<ExportView> of) {
        List<UUID> made = of.stream()
                .filter(export -> export.sha256() != null)
                .map(export -> export.id().value())
                .toList();
        return statuses.of(made).entrySet().stream()
                .collect(Collectors.toMap(told -> new ExportId(told.getKey()), Map.Entry::getValue));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<ExportView> list(int page, int size) {
        return views(exports.findAllByOrderByLifeCreatedAtDescIdAsc(PageRequest.of(page, size)));
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public PageView<ExportView> ofModel(ModelVersionId model, int page, int size) {
        return views(
                exports.findByModelVersionIdOrderByLifeCreatedAtDescIdAsc(model.value(), PageRequest.of(page, size)));
    }

    /// How many bundles are no longer handed out, of those that were once.
    @Transactional(readOnly = true)
    public long withdrawn() {
        return exports.countWithdrawn(clock.instant());
    }

    /// The zip. The caller closes it. Asks the registry itself, since the news of a quarantine may be on
    /// its way.
    ///
    /// @throws BundleWithdrawn if the model of the bundle was quarantined
    /// @throws BundleNotReady if there is no bundle yet, or there never will be
    @Transactional
    public OpenBundle open(ExportId id) {
        ExportBundle row = require(id);
        ExportView export = view(row);
        return switch (export.status()) {
            case READY -> handOut(export, row);
            case WITHDRAWN -> throw new BundleWithdrawn(id);
            case QUEUED, RUNNING, FAILED, CANCELLED -> throw new BundleNotReady(id, export.status());
        };
    }

    private OpenBundle handOut(ExportView export, ExportBundle row) {
        InputStream bundle =
                bundles.open(export.id(), row.dataKey(), row.bundleKey().orElseThrow());
        events.publishEvent(new ExportEvent.Downloaded(export.id()));
        return new OpenBundle(
                export.model(),
                Objects.requireNonNull(export.sha256()),
                Objects.requireNonNull(export.bytes()),
                bundle);
    }

    private PageView<ExportView> views(Page<ExportBundle> page) {
        var of = models.labels(page.stream().map(ExportBundle::model));
        return PageView.of(page, export -> view(export, of));
    }

    private ExportView view(ExportBundle export) {
        return view(export, models.labels(Stream.of(export.model())));
    }

    private static ExportView view(ExportBundle export, Map<ModelVersionId, ModelVersion.Label> of) {
        var model = Objects.requireNonNull(of.get(export.model()));
        return export.view(model.name(), model.usable());
    }

    private ExportBundle require(ExportId id) {
        return exports.findById(id.value()).orElseThrow(() -> new ExportNotFound(id));
    }

    /// A bundle that is being handed out.
    ///
    /// @param sha256  of the whole of it, in hexadecimal
    /// @param content  whoever asked for it closes it
    public record OpenBundle(ModelVersionId model, String sha256, long bytes, InputStream content) {}
}

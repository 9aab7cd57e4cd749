package dev.facewright.platform.export;

import dev.facewright.platform.accounts.AccountId;
import dev.facewright.platform.accounts.CurrentAccount;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.erasure.Certificate.OutOfReach;
import dev.facewright.platform.erasure.CopyHolders;
import dev.facewright.platform.kernel.CurrentActor;
import dev.facewright.platform.models.ModelLineage;
import dev.facewright.platform.models.ModelVersionId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who took bundles, and which of these are to be destroyed since somebody in them was erased. The copies themselves
/// are
/// out of reach: whoever has one finds it in their list, and having fetched the list has been told.
@Service
public class BundleRecalls implements CopyHolders {
    private final BundleDownloadRepository downloads;
    private final BundleRecallRepository recalls;
    private final Datasets datasets;
    private final ModelLineage lineage;
    private final CurrentActor actor;
    private final CurrentAccount account;
    private final Clock clock;

    BundleRecalls(
            BundleDownloadRepository downloads,
            BundleRecallRepository recalls,
            Datasets datasets,
            ModelLineage lineage,
            CurrentActor actor,
            CurrentAccount account,
            Clock clock) {
        this.downloads = downloads;
        this.recalls = recalls;
        this.datasets = datasets;
        this.lineage = lineage;
        this.actor = actor;
        this.account = account;
        this.clock = clock;
    }

    /// In the transaction that hands it out.
    @EventListener
    void on(ExportEvent.Downloaded taken) {
        @Nullable AccountId by = account.get().orElse(null);
        downloads.save(new BundleDownload(taken.export(), actor.get(), by, clock.instant()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OutOfReach> tell(SubjectId subject) {
        Set<UUID> models = datasets.versionsWith(subject).stream()
                .flatMap(version -> lineage.carrying(version).stream())
                .map(ModelVersionId::value)
                .collect(Collectors.toSet());
        return models.isEmpty()
                ? List.of()
                : downloads.ofModels(models).stream().map(this::recall).toList();
    }

    private OutOfReach recall(BundleDownload taken) {
        BundleRecall recall =
                recalls.findById(taken.id()).orElseGet(() -> recalls.save(new BundleRecall(taken, clock.instant())));
        String holder = taken.actor().toString();
        return new OutOfReach("bundle", "export " + taken.export(), taken.takenAt(), holder, recall.toldAt());
    }

    /// What whoever asks has and has to destroy; with the answer they have been told.
    @Transactional
    public List<Recalled> ofMine() {
        return account.get()
                .map(mine -> downloads.recalledFrom(mine.value()).stream()
                        .map(this::told)
                        .toList())
                .orElse(List.of());
    }

    private Recalled told(BundleDownload taken) {
        BundleRecall recall = recalls.findById(taken.id()).orElseThrow();
        recall.told(clock.instant());
        return new Recalled(taken.export(), taken.takenAt(), recall.recalledAt());
    }

    /// A bundle that is to be destroyed wherever it is.
    public record Recalled(ExportId export, Instant takenAt, Instant recalledAt) {}
}

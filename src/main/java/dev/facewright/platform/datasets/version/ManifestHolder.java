package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.image.ImageRepository;
import dev.facewright.platform.datasets.registry.DatasetRepository;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The manifests that hold hashes of a person's pictures. That they existed is proved by their own hashes, which
/// stay, as does who was in which version. A sealing that did not come to its commit leaves a manifest that no version
/// knows: in a dataset that the person was in, it goes too, whoever is in it.
@Component
class ManifestHolder implements PersonalDataHolder {
    private final VersionRepository versions;
    private final ImageRepository images;
    private final DatasetRepository datasets;
    private final ObjectStore store;
    private final TransactionOperations transactions;

    ManifestHolder(
            VersionRepository versions,
            ImageRepository images,
            DatasetRepository datasets,
            ObjectStore store,
            TransactionOperations transactions) {
        this.versions = versions;
        this.images = images;
        this.datasets = datasets;
        this.store = store;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "manifests";
    }

    @Override
    public void erase(SubjectId subject) {
        known(subject).forEach(store::delete);
        images.datasetsWith(subject.value())
                .forEach(dataset -> transactions.executeWithoutResult(
                        status -> unknown(dataset).forEach(store::delete)));
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        Stream<ObjectKey> unknown = images.datasetsWith(subject.value()).stream()
                .flatMap(dataset -> Objects.requireNonNull(transactions.execute(status -> unknown(dataset))).stream());
        return Stream.concat(known(subject).filter(store::exists), unknown).map(Held.StoredObject::new);
    }

    private Stream<ObjectKey> known(SubjectId subject) {
        return versions.manifestKeysWith(subject.value()).stream().map(ObjectKey::new);
    }

    /// None of them is on its way to its version, or will be until the transaction ends: sealing takes turns.
    private List<ObjectKey> unknown(UUID dataset) {
        var _ = datasets.lock(new DatasetId(dataset));
        Set<String> known = versions.manifestKeysOf(dataset);
        try (Stream<ListedObject> all = store.list(ManifestStore.prefix(dataset))) {
            return all.map(ListedObject::key)
                    .filter(key -> !known.contains(key.value()))
                    .toList();
        }
    }
}

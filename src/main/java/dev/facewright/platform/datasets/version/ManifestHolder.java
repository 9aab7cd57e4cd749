package dev.facewright.platform.datasets.version;

import dev.facewright.platform.consent.Held;
import dev.facewright.platform.consent.PersonalDataHolder;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The manifests that hold hashes of a person's pictures. That they existed is proved by their own hashes, which
/// stay, as does who was in which version.
@Component
class ManifestHolder implements PersonalDataHolder {
    private final VersionRepository versions;
    private final ObjectStore store;

    ManifestHolder(VersionRepository versions, ObjectStore store) {
        this.versions = versions;
        this.store = store;
    }

    @Override
    public String name() {
        return "manifests";
    }

    @Override
    public void erase(SubjectId subject) {
        manifests(subject).forEach(store::delete);
    }

    @Override
    public Stream<Held> find(SubjectId subject) {
        return manifests(subject).filter(store::exists).map(Held.StoredObject::new);
    }

    private Stream<ObjectKey> manifests(SubjectId subject) {
        return versions.manifestKeysWith(subject.value()).stream().map(ObjectKey::new);
    }
}

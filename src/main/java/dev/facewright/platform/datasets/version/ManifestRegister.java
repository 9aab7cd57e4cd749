package dev.facewright.platform.datasets.version;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Manifests of sealed versions. Those whose people were erased are known too: that they are gone is the business of
/// erasure.
@Component
class ManifestRegister implements ObjectRegister {
    private final VersionRepository versions;

    ManifestRegister(VersionRepository versions) {
        this.versions = versions;
    }

    @Override
    public String name() {
        return "manifests";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.DATASET);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        return versions.manifestKeysAmong(keys.stream().map(ObjectKey::value).toList()).stream()
                .map(ObjectKey::new)
                .collect(Collectors.toSet());
    }
}

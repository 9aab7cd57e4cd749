package dev.facewright.platform.export;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectOwner.Kind;
import dev.facewright.platform.storage.ObjectRegister;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Bundles, and what is on its way to be one.
@Component
class BundleRegister implements ObjectRegister {
    private final ExportRepository rows;

    BundleRegister(ExportRepository rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "bundles";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.EXPORT);
    }

    @Override
    public Set<ObjectKey> known(Collection<ObjectKey> keys) {
        Set<ObjectKey> known = rows
                .bundlesAmong(keys.stream().map(ObjectKey::value).toList())
                .stream()
                .map(ObjectKey::new)
                .collect(Collectors.toSet());
        Set<UUID> live = rows.live(keys.stream()
                .flatMap(key -> key.owner().stream())
                .map(ObjectOwner::id)
                .toList());
        keys.stream()
                .filter(key ->
                        key.owner().map(ObjectOwner::id).filter(live::contains).isPresent())
                .forEach(known::add);
        return known;
    }

    @Override
    public Set<UUID> knownKeys(Collection<OwnedKey> keys) {
        return rows.keysInUse(
                keys.stream().map(OwnedKey::owner).toList(),
                keys.stream().map(OwnedKey::key).toList());
    }
}

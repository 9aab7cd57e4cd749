package dev.facewright.platform.datasets.version;

import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.ManifestDamaged;
import dev.facewright.platform.storage.ObjectDamaged;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectNotFound;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps manifests in the object store; their hashes in the database say whether they are what was
/// sealed.
@Component
public class ManifestStore {
    /// @param hash  SHA-256 of the bytes
    public record Kept(ObjectKey key, String hash) {}

    private final ObjectStore store;
    private final JsonMapper json = JsonMapper.builder().build();

    ManifestStore(ObjectStore store) {
        this.store = store;
    }

    Kept put(Manifest manifest) {
        byte[] bytes = json.writeValueAsBytes(manifest);
        ObjectKey key = ObjectKey.contentAddressed("manifests", bytes);
        store.put(key, bytes, "application/json");
        return new Kept(key, Sha256.hex(bytes));
    }

    /// @throws ManifestDamaged if it is not there or not what was sealed
    byte[] bytes(DatasetVersionId version, Kept kept) {
        try {
            return store.get(kept.key(), kept.hash());
        } catch (ObjectNotFound | ObjectDamaged useless) {
            throw new ManifestDamaged(version);
        }
    }

    /// @throws ManifestDamaged if it is not there or not what was sealed
    Manifest get(DatasetVersionId version, Kept kept) {
        try {
            return json.readValue(bytes(version, kept), Manifest.class);
        } catch (JacksonException unreadable) {
            throw new ManifestDamaged(version);
        }
    }

    public void delete(ObjectKey key) {
        store.delete(key);
    }
}

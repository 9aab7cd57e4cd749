package dev.facewright.platform.models;

import dev.facewright.platform.storage.ObjectDamaged;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import org.springframework.stereotype.Component;

/// Puts model files into the object store and gets them back unchanged.
@Component
class ModelWeights {
    private final ObjectStore store;

    ModelWeights(ObjectStore store) {
        this.store = store;
    }

    StoredWeights put(byte[] file) {
        ObjectKey key = ObjectKey.contentAddressed("models", file);
        if (!store.exists(key)) {
            store.put(key, file, "application/octet-stream");
        }
        return new StoredWeights(key, Sha256.hex(file), file.length);
    }

    /// @throws WeightsDamaged if the store gives back anything else than was put
    byte[] get(ModelVersionId id, StoredWeights weights) {
        try {
            return store.get(weights.key(), weights.sha256());
        } catch (ObjectDamaged changed) {
            throw new WeightsDamaged(id);
        }
    }
}

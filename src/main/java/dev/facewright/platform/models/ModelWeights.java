package dev.facewright.platform.models;

import dev.facewright.platform.models.ModelProblem.WeightsDamaged;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import org.springframework.stereotype.Component;

/// Puts model files into the object store, each under its version, and gets them back unchanged. The same file
/// registered twice is kept twice: one version's weights can be destroyed without taking another's.
@Component
class ModelWeights {
    private final ObjectStore store;
    private final PlannedObjects planned;

    ModelWeights(ObjectStore store, PlannedObjects planned) {
        this.store = store;
        this.planned = planned;
    }

    /// Belongs to the caller's transaction: what is rolled back leaves nothing behind.
    StoredWeights put(ModelVersionId id, byte[] file) {
        ObjectKey key = ObjectKey.of(ObjectOwner.model(id.value()), "weights");
        planned.put(key, () -> store.put(key, file, "application/octet-stream"));
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

    /// Where a version's model file is, and what it must be.
    record StoredWeights(ObjectKey key, String sha256, long bytes) {
        static StoredWeights of(String key, String sha256, long bytes) {
            return new StoredWeights(new ObjectKey(key), sha256, bytes);
        }
    }
}

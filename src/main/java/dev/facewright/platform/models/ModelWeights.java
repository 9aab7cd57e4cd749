package dev.facewright.platform.models;

import dev.facewright.platform.models.ModelProblem.WeightsDamaged;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Puts model files into the object store, each under its version, and gets them back unchanged. The same file
/// registered twice is kept twice: one version's weights can be destroyed without taking another's.
@Component
class ModelWeights {
    private static final Logger log = LoggerFactory.getLogger(ModelWeights.class);

    private final ObjectStore store;

    ModelWeights(ObjectStore store) {
        this.store = store;
    }

    /// Belongs to the caller's transaction: what is rolled back leaves nothing behind.
    StoredWeights put(ModelVersionId id, byte[] file) {
        ObjectKey key = ObjectKey.of(ObjectOwner.model(id.value()), "weights");
        TransactionSynchronizationManager.registerSynchronization(new DeletedOnRollback(key));
        store.put(key, file, "application/octet-stream");
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

    private final class DeletedOnRollback implements TransactionSynchronization {
        private final ObjectKey key;

        DeletedOnRollback(ObjectKey key) {
            this.key = key;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                try {
                    store.delete(key);
                } catch (StorageUnavailable away) {
                    log.warn("The object {} belongs to no model but could not be deleted", key, away);
                }
            }
        }
    }

    /// Where a version's model file is, and what it must be.
    record StoredWeights(ObjectKey key, String sha256, long bytes) {
        static StoredWeights of(String key, String sha256, long bytes) {
            return new StoredWeights(new ObjectKey(key), sha256, bytes);
        }
    }
}

package dev.facewright.platform.models;

import dev.facewright.platform.models.ModelProblem.WeightsDamaged;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.SealedFiles;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts model files into the object store, each under its version and encrypted with a key of its own, and gets them
/// back
/// unchanged. The same file registered twice is kept twice: one version's weights can be destroyed without taking
/// another's.
@Component
class ModelWeights {
    private final ObjectStore store;
    private final PlannedObjects planned;
    private final SealedFiles files;
    private final Vault vault;

    ModelWeights(ObjectStore store, PlannedObjects planned, SealedFiles files, Vault vault) {
        this.store = store;
        this.planned = planned;
        this.files = files;
        this.vault = vault;
    }

    /// Belongs to the caller's transaction: what is rolled back leaves nothing behind.
    StoredWeights put(ModelVersionId id, byte[] file) {
        ObjectOwner owner = ObjectOwner.model(id.value());
        ObjectKey key = ObjectKey.of(owner, "weights.sealed");
        DataKeyId dataKey = vault.createKey(owner);
        planned.put(key, () -> seal(id, key, dataKey, file));
        return new StoredWeights(key, Sha256.hex(file), file.length, dataKey);
    }

    private void seal(ModelVersionId id, ObjectKey key, DataKeyId dataKey, byte[] file) {
        try {
            files.put(key, dataKey, place(id), new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws WeightsDamaged if the store gives back anything else than was put
    byte[] get(ModelVersionId id, StoredWeights weights) {
        try {
            return weights.dataKey() == null
                    ? store.get(weights.key(), weights.sha256())
                    : files.get(weights.key(), weights.dataKey(), place(id), weights.sha256());
        } catch (ObjectDamaged changed) {
            throw new WeightsDamaged(id);
        }
    }

    /// Joins the caller's transaction. The object may be deleted once that is committed.
    void destroyKey(StoredWeights weights) {
        if (weights.dataKey() != null) {
            vault.destroy(weights.dataKey());
        }
    }

    void delete(ObjectKey key) {
        store.delete(key);
    }

    private static byte[] place(ModelVersionId id) {
        return ("weights:" + id).getBytes(StandardCharsets.UTF_8);
    }

    /// Where a version's model file is, and what it must be.
    ///
    /// @param sha256  of the plain file
    /// @param bytes  of the plain file
    /// @param dataKey  null for one of before weights were encrypted
    record StoredWeights(
            ObjectKey key,
            String sha256,
            long bytes,
            @Nullable DataKeyId dataKey) {
        static StoredWeights of(String key, String sha256, long bytes, @Nullable UUID dataKey) {
            return new StoredWeights(
                    new ObjectKey(key), sha256, bytes, dataKey == null ? null : new DataKeyId(dataKey));
        }
    }
}

package dev.facewright.platform.training;

import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.SealedFiles;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps states of runs, encrypted with a key of their run: the centres in them are templates of people. The key goes
/// with
/// the last of them.
@Component
class CheckpointSafe {
    private static final String AREA = "checkpoints";

    private final ObjectStore store;
    private final SealedFiles files;
    private final Vault vault;
    private final RunKeyRepository keys;
    private final RunRepository runs;

    CheckpointSafe(ObjectStore store, SealedFiles files, Vault vault, RunKeyRepository keys, RunRepository runs) {
        this.store = store;
        this.files = files;
        this.vault = vault;
        this.keys = keys;
        this.runs = runs;
    }

    /// Committed when it returns. A run that begins anew after all its states were forgotten gets another.
    @Transactional
    public DataKeyId key(RunId run) {
        var _ = runs.lock(run.value()); // one process at a time
        return keys.findById(run.value())
                .orElseGet(() -> keys.save(new RunKey(run, vault.createKey(ObjectOwner.run(run.value())))))
                .key();
    }

    ObjectKey put(RunId run, DataKeyId key, byte[] content) {
        ObjectKey object = ObjectKey.contentAddressed(ObjectOwner.run(run.value()), AREA, content);
        try {
            files.put(object, key, place(run), new ByteArrayInputStream(content));
            return object;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws dev.facewright.platform.storage.StorageProblem.ObjectDamaged if it is not what was put
    byte[] get(RunId run, CheckpointRow stored) {
        return stored.sealed()
                ? keys.findById(run.value())
                        .map(key -> files.get(stored.object(), key.key(), place(run), stored.sha256()))
                        .orElseThrow(() -> new ObjectDamaged(stored.object()))
                : store.get(stored.object(), stored.sha256());
    }

    /// From its commit on no state of the run can be read.
    @Transactional
    public void destroyKey(RunId run) {
        keys.findById(run.value()).ifPresent(key -> {
            vault.destroy(key.key());
            keys.delete(key);
        });
    }

    private static byte[] place(RunId run) {
        return ("checkpoint:" + run).getBytes(StandardCharsets.UTF_8);
    }
}

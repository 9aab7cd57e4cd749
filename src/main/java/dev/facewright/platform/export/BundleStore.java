package dev.facewright.platform.export;

import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.SealedFiles;
import dev.facewright.platform.storage.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Bundles in the object store, each under its export and encrypted with that one's key.
@Component
class BundleStore {
    private final ObjectStore store;
    private final SealedFiles files;
    private final Vault vault;

    BundleStore(ObjectStore store, SealedFiles files, Vault vault) {
        this.store = store;
        this.files = files;
        this.vault = vault;
    }

    /// In the transaction that writes the row.
    DataKeyId createKey(ExportId export) {
        return vault.createKey(ObjectOwner.export(export.value()));
    }

    /// Another attempt at the same export takes the place of an earlier one's.
    ObjectKey put(ExportId export, DataKeyId key, Path bundle) throws IOException {
        try (InputStream plain = Files.newInputStream(bundle)) {
            return put(export, key, plain);
        }
    }

    private ObjectKey put(ExportId export, DataKeyId key, InputStream plain) throws IOException {
        ObjectKey object = ObjectKey.of(ObjectOwner.export(export.value()), "bundle.sealed");
        files.put(object, key, place(export), plain);
        return object;
    }

    /// Encrypts one of before bundles were.
    ObjectKey seal(ExportId export, DataKeyId key, ObjectKey plain) throws IOException {
        try (InputStream in = store.open(plain)) {
            return put(export, key, in);
        }
    }

    /// Decrypts as it is read.
    ///
    /// @param key  null for one of before bundles were encrypted
    InputStream open(ExportId export, @Nullable DataKeyId key, ObjectKey object) {
        return key == null ? store.open(object) : files.stream(object, key, place(export));
    }

    /// Joins the caller's transaction. The object may be deleted once that is committed.
    void destroyKey(DataKeyId key) {
        vault.destroy(key);
    }

    /// One of before there were owners may be another's too, and is swept once nobody knows it.
    @TransactionalEventListener(id = "export.bundle-unused")
    void delete(Unused bundle) {
        if (bundle.object().owner().isPresent()) {
            store.delete(bundle.object());
        }
    }

    record Unused(ObjectKey object) {}

    private static byte[] place(ExportId export) {
        return ("bundle:" + export).getBytes(StandardCharsets.UTF_8);
    }
}

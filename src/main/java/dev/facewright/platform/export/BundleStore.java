package dev.facewright.platform.export;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Bundles in the object store, each under its export.
@Component
class BundleStore {
    private final ObjectStore store;

    BundleStore(ObjectStore store) {
        this.store = store;
    }

    /// Another attempt at the same export takes the place of an earlier one's.
    ObjectKey put(ExportId export, Path bundle) {
        ObjectKey key = ObjectKey.of(ObjectOwner.export(export.value()), "bundle.zip");
        store.put(key, bundle, "application/zip");
        return key;
    }

    InputStream open(ObjectKey key) {
        return store.open(key);
    }
}

package dev.facewright.platform.export;

import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.io.InputStream;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Bundles in the object store, each under its own hash: the same bundle made twice is kept once.
@Component
class BundleStore {
    private static final int FAN_OUT = 2;

    private final ObjectStore store;

    BundleStore(ObjectStore store) {
        this.store = store;
    }

    void put(String sha256, Path bundle) {
        store.put(key(sha256), bundle, "application/zip");
    }

    InputStream open(String sha256) {
        return store.open(key(sha256));
    }

    private static ObjectKey key(String sha256) {
        return ObjectKey.of("bundles", sha256.substring(0, FAN_OUT), sha256.substring(FAN_OUT));
    }
}

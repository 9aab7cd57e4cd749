package dev.facewright.platform.storage;

import dev.facewright.platform.storage.keys.FileKeyStore;
import dev.facewright.platform.storage.keys.KeySettings;
import dev.facewright.platform.storage.keys.KeySource;
import dev.facewright.platform.storage.keys.KeyStore;
import dev.facewright.platform.storage.keys.KeyStores;
import dev.facewright.platform.storage.keys.RemoteKeys;
import dev.facewright.platform.storage.keys.TransitCalls;
import dev.facewright.platform.storage.keys.TransitKeyStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// How this process comes by keys of generations: from stores of its own, or from a server that has them.
sealed interface KeyAccess {
    KeySource source();

    record Own(KeyStores stores) implements KeyAccess {
        @Override
        public KeySource source() {
            return stores;
        }
    }

    record Asked(RemoteKeys server) implements KeyAccess {
        @Override
        public KeySource source() {
            return server;
        }
    }

    /// @param data  the data folder
    static KeyAccess of(KeySettings settings, Path data, JsonMapper json, Clock clock) {
        if (settings.server() != null) {
            return new Asked(new RemoteKeys(settings.server(), Objects.requireNonNull(settings.secret()), json, clock));
        }
        List<KeyStore> stores = new ArrayList<>();
        KeySettings.Transit vault = settings.transit();
        if (vault.address() != null) {
            String token = Objects.requireNonNull(vault.token(), "facewright.keys.transit.token is not set");
            stores.add(new TransitKeyStore(new TransitCalls(vault.address(), vault.mount(), token, json)));
        }
        stores.add(new FileKeyStore(settings.folderBeside(data)));
        return new Own(new KeyStores(stores));
    }
}

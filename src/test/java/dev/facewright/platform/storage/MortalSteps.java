package dev.facewright.platform.storage;

import dev.facewright.platform.storage.keys.FileKeyStore;
import dev.facewright.platform.storage.keys.KeyEngine;
import dev.facewright.platform.storage.keys.KeyStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Dies after so many steps: one lies before and after whatever is done to a key store, and before and after each
/// transaction.
final class MortalSteps {
    private int left;

    MortalSteps(int left) {
        this.left = left;
    }

    static final class Died extends RuntimeException {}

    private void step() {
        if (left-- == 0) {
            throw new Died();
        }
    }

    TransactionOperations of(TransactionOperations steps) {
        return new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
                step();
                T result = steps.execute(action);
                step();
                return result;
            }
        };
    }

    KeyStore of(FileKeyStore store) {
        return new KeyStore() {
            @Override
            public KeyEngine engine() {
                return store.engine();
            }

            @Override
            public byte @Nullable [] keep(String name, byte[] key) {
                step();
                byte[] sealed = store.keep(name, key);
                step();
                return sealed;
            }

            @Override
            public Optional<byte[]> find(String name, byte @Nullable [] sealed) {
                return store.find(name, sealed);
            }

            @Override
            public void destroy(String name) {
                step();
                store.destroy(name);
                step();
            }

            @Override
            public List<String> names() {
                return store.names();
            }
        };
    }
}

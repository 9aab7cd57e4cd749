package dev.facewright.platform.consent;

import dev.facewright.platform.storage.ObjectKey;

/// One thing that is kept about people. Its text names it by ids alone, fit for logs.
public sealed interface Held {
    /// @param id  by which it is found there; several parts are joined by `/`
    record Row(String table, String id) implements Held {
        @Override
        public String toString() {
            return table + " " + id;
        }
    }

    record StoredObject(ObjectKey key) implements Held {
        @Override
        public String toString() {
            return "object " + key;
        }
    }
}

package dev.facewright.platform.storage;

import dev.facewright.platform.storage.keys.KeyCall;
import dev.facewright.platform.storage.keys.RemoteKeys;

/// Who changes the generation: this process, or the server that it asks for keys.
interface GenerationChange {
    /// Returns when it is done.
    ///
    /// @param always  whether also where no destroyed key waits for it
    void run(boolean always);

    /// The first generation there ever is, if there is none.
    ///
    /// @param key  overwritten afterwards
    void first(byte[] key);

    /// A key that is configured is kept in the store from now on.
    void take(int number, byte[] key);

    /// Of a process that has no store.
    record ByServer(RemoteKeys server) implements GenerationChange {
        @Override
        public void run(boolean always) {
            server.ask(always ? KeyCall.CHANGE : KeyCall.RENEW);
        }

        @Override
        public void first(byte[] key) {
            throw new IllegalStateException("There is no generation of keys yet: start " + server + " first");
        }

        @Override
        public void take(int number, byte[] key) {
            throw new IllegalStateException("A configured key is taken by " + server + " only: start it first");
        }
    }
}

package dev.facewright.platform.storage;

/// Who changes the generation: this process, or the server that it asks for keys.
interface GenerationChange {
    /// Returns when it is done.
    ///
    /// @param always  whether also where no destroyed key waits for it
    void run(boolean always);
}

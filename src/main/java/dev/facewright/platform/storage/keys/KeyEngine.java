package dev.facewright.platform.storage.keys;

/// What keeps a key.
public enum KeyEngine {
    /// A file in a folder of its own.
    FILE,
    /// A key of the transit engine of a Vault, under which ours is encrypted.
    TRANSIT
}

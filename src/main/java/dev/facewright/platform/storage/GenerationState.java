package dev.facewright.platform.storage;

/// How far a generation of keys is.
///
/// ```
/// PREPARED -> ACTIVE -> DESTROYING -> DESTROYED
/// ```
///
/// The newest active one is what new keys are wrapped under; older active ones are being left.
public enum GenerationState {
    /// Its key is in the key store; nothing is wrapped under it yet.
    PREPARED,
    ACTIVE,
    /// Nothing live is wrapped under it any more, and its key is about to go.
    DESTROYING,
    DESTROYED
}

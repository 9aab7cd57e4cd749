package dev.facewright.platform.signing;

import java.util.Locale;

/// What is signed: each kind by a key of its own, which is good for nothing else.
public enum DocumentKind {
    /// Which keys there are. Its key is the root.
    KEY_STATEMENT,
    MODEL_STATUS,
    ERASURE_CERTIFICATE;

    /// As addresses and documents write it: `model-status`.
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

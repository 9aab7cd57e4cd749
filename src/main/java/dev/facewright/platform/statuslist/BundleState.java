package dev.facewright.platform.statuslist;

import java.util.Locale;

/// What devices are told of a bundle.
public enum BundleState {
    VALID,
    /// Out of use, and may come back.
    SUSPENDED,
    /// Out of use for good: it rests on a consent that has ended.
    REVOKED;

    /// As the list writes it.
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.facewright.platform.statuslist;

import java.util.Locale;

/// What devices are told of a bundle.
public enum BundleState {
    VALID,
    /// Out of use, and may come back. Nothing suspends a model yet; bundles have their place for it from the beginning,
    /// so
    /// that those that are out there can be told.
    SUSPENDED,
    /// Out of use for good: it rests on a consent that has ended, or somebody took it out of use.
    REVOKED;

    /// As the list writes it.
    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

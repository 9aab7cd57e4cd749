package dev.facewright.platform.statuslist;

import java.util.Locale;

/// What a one means in a bitstring. There is one bitstring for each: the recommendation has no third state.
public enum StatusPurpose {
    REVOCATION(BundleState.REVOKED),
    SUSPENSION(BundleState.SUSPENDED);

    private final BundleState state;

    StatusPurpose(BundleState state) {
        this.state = state;
    }

    BundleState state() {
        return state;
    }

    static StatusPurpose of(BundleState state) {
        return state == BundleState.REVOKED ? REVOCATION : SUSPENSION;
    }

    /// As the recommendation writes it.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}

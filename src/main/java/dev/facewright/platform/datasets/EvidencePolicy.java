package dev.facewright.platform.datasets;

import org.jspecify.annotations.Nullable;

/// Whether a dataset asks for evidence of each consent that its versions rest on.
///
/// @param waiver  why not; null where it asks
/// @param explanation  the owner's own words, about no person; null where it asks
public record EvidencePolicy(
        @Nullable EvidenceWaiver waiver, @Nullable String explanation) {
    public static final EvidencePolicy REQUIRED = new EvidencePolicy(null, null);
    public static final int SHORTEST = 10;
    public static final int LONGEST = 500;

    public EvidencePolicy {
        if ((waiver == null) != (explanation == null)) {
            throw new IllegalArgumentException("Evidence is asked for, or there is a reason and its explanation");
        }
    }

    public boolean required() {
        return waiver == null;
    }

    /// Why a dataset may do without.
    public enum EvidenceWaiver {
        /// Somebody else keeps it, and can show it.
        HELD_ELSEWHERE,
        /// It is coming in.
        BEING_COLLECTED,
        /// The people are made up.
        NOBODY_REAL
    }
}

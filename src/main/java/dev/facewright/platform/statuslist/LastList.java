package dev.facewright.platform.statuslist;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The row of the list as it was last signed.
@Entity
@Table(name = "model_status_list")
class LastList {
    @Id
    private boolean onlyRow;

    private long sequence;
    private @Nullable String digest;
    private @Nullable Instant issuedAt;
    private @Nullable String envelope;

    protected LastList() {}

    /// Never below the time, so that a database that was restored from a backup does not go back behind what devices
    /// have seen.
    long nextSequence(Instant now) {
        return Math.max(sequence + 1, now.getEpochSecond());
    }

    Known known() {
        return new Known(sequence, digest, issuedAt);
    }

    void next(String of, Instant now, String signed) {
        sequence = nextSequence(now);
        digest = of;
        issuedAt = now;
        envelope = signed;
    }

    /// As much of it as tells whether it still holds.
    ///
    /// @param digest  of what it says, and of the key it is signed with; null before the first
    record Known(
            long sequence,
            @Nullable String digest,
            @Nullable Instant issuedAt) {}
}

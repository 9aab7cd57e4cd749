package dev.facewright.platform.storage;

import dev.facewright.platform.storage.DataKeyRepository.Wrapped;
import dev.facewright.platform.storage.StorageProblem.CiphertextRefused;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Takes live data keys from earlier generations to the newest, some at a time.
class Rewrapping {
    private static final Logger log = LoggerFactory.getLogger(Rewrapping.class);
    private static final int AT_ONCE = 2_000;

    private final DataKeyRepository keys;
    private final KeyGenerationRepository generations;
    private final KeyRing ring;
    private final TransactionOperations steps;

    Rewrapping(DataKeyRepository keys, KeyGenerationRepository generations, KeyRing ring, TransactionOperations steps) {
        this.keys = keys;
        this.generations = generations;
        this.ring = ring;
        this.steps = steps;
    }

    /// Waits for whoever holds one of them only when there are no others.
    ///
    /// @return how many; none if nothing live is wrapped under an earlier generation
    int some() {
        return Objects.requireNonNull(steps.execute(status -> rewrapped()));
    }

    private int rewrapped() {
        generations.limitWaits(KeyChange.LONGEST_WAIT);
        KeyRing.Held target = ring.holdCurrent();
        List<Wrapped> rows = keys.lockSome(target.generation(), AT_ONCE);
        if (rows.isEmpty()) {
            rows = keys.lockOne(target.generation()).stream().toList();
        }
        if (!rows.isEmpty()) {
            keys.rewrap(
                    rows.stream().map(Wrapped::getId).toArray(UUID[]::new),
                    rows.stream().map(row -> rewrapped(row, target.key())).toArray(byte[][]::new),
                    target.generation());
        }
        return rows.size();
    }

    /// One that its own generation cannot open is lost already, and keeps nothing else waiting.
    private byte[] rewrapped(Wrapped row, KeyEncryptionKey target) {
        DataKeyId id = new DataKeyId(row.getId());
        try {
            byte[] key = ring.get(row.getGeneration()).unwrap(id, row.getWrappedKey());
            byte[] wrapped = target.wrap(id, key);
            Arrays.fill(key, (byte) 0);
            return wrapped;
        } catch (CiphertextRefused damaged) {
            log.warn("The data key {} does not verify: it was changed in the database, and opens nothing", id);
            return row.getWrappedKey();
        }
    }
}

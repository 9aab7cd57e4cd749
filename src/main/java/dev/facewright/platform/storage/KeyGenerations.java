package dev.facewright.platform.storage;

import dev.facewright.platform.storage.Sealing.Copies;
import dev.facewright.platform.storage.Sealing.Place;
import dev.facewright.platform.storage.keys.KeySettings;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The numbered keys that data keys are wrapped under. `Vault.destroy` takes a key out of its row; what still has a
/// copy of that row (pages, the write-ahead log, backups) is sealed for good when the generation is destroyed that the
/// key was wrapped under. That happens by itself after `facewright.keys.change-after`, or now.
@Service
public class KeyGenerations {
    private final KeyGenerationRepository generations;
    private final DataKeyRepository keys;
    private final GenerationChange change;
    private final KeySettings settings;

    KeyGenerations(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            GenerationChange change,
            KeySettings settings) {
        this.generations = generations;
        this.keys = keys;
        this.change = change;
        this.settings = settings;
    }

    /// Seals for good whatever was encrypted under the data keys that have been destroyed until now: once it
    /// returns, every generation that one of them was ever wrapped under is destroyed. Does nothing where
    /// that is so already, hence of several who ask at once the first does it for all. Never within a
    /// transaction.
    public Renewal renew() {
        return run(false);
    }

    /// The same, and a change in any case.
    public Renewal change() {
        return run(true);
    }

    private Renewal run(boolean always) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A change of generation would wait for the transaction that asks for it");
        }
        change.run(always);
        return last();
    }

    private Renewal last() {
        return generations
                .findFirstByStateOrderByNumberDesc(GenerationState.DESTROYED)
                .map(row -> new Renewal(generations.current(), row.number(), row.destroyedAt(), row.rewrapped()))
                .orElseGet(() -> new Renewal(generations.current(), 0, null, 0));
    }

    /// Whether nobody can open any more what these data keys have encrypted, and until when copies of it lie where.
    ///
    /// @param destroyed  data keys
    @Transactional(readOnly = true)
    public Sealing sealing(Collection<DataKeyId> destroyed) {
        UUID[] ids = destroyed.stream().map(DataKeyId::value).toArray(UUID[]::new);
        List<KeyGeneration> under = generations.findAllById(keys.generationsOf(ids));
        List<Integer> numbers =
                under.stream().map(KeyGeneration::number).sorted().toList();
        boolean sealed = keys.countLive(ids) == 0 && under.stream().allMatch(row -> row.destroyedAt() != null);
        if (!sealed || under.isEmpty()) {
            return new Sealing(sealed, numbers, null, List.of());
        }
        Instant at = under.stream()
                .map(KeyGeneration::destroyedAt)
                .map(Objects::requireNonNull)
                .max(Instant::compareTo)
                .orElseThrow();
        return new Sealing(true, numbers, at, copies(at));
    }

    private List<Copies> copies(Instant sealedAt) {
        return List.of(
                new Copies(Place.DATABASE_PAGES, null),
                new Copies(Place.WRITE_AHEAD_LOG, sealedAt.plus(settings.logPeriod())),
                new Copies(Place.BACKUPS, sealedAt.plus(settings.backupPeriod())));
    }

    @Transactional(readOnly = true)
    public KeyOverview overview() {
        int current = generations.current();
        List<GenerationView> all = generations.newestFirst().stream()
                .map(row -> row.view(current, keys.countLiveUnder(row.number())))
                .toList();
        return new KeyOverview(
                all,
                keys.firstUnsealed().orElse(null),
                settings.changeAfter(),
                settings.logPeriod(),
                settings.backupPeriod());
    }
}

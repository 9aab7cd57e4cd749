package dev.facewright.platform.storage;

import com.google.crypto.tink.subtle.Random;
import dev.facewright.platform.storage.StorageProblem.GenerationInUse;
import dev.facewright.platform.storage.keys.KeyStore;
import dev.facewright.platform.storage.keys.KeyStores;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/// Goes from one generation of keys to the next and destroys the earlier. May be broken off between any two steps, and
/// is gone on with by whoever comes next:
///
/// 1. a new key is in the key store, by a name nobody knows;
/// 2. a row names it and its number: `PREPARED`;
/// 3. new data keys are wrapped under it: `ACTIVE`;
/// 4. the live data keys of earlier generations are wrapped under it, some at a time;
/// 5. where nobody makes keys under an earlier one any more, and nothing live is left: `DESTROYING`;
/// 6. its key is destroyed in the store;
/// 7. `DESTROYED`.
///
/// Whoever makes a key holds the row of its generation until that is committed, so that 5 waits for it. Taking turns
/// saves work only: two who do it at once lose nothing either.
class KeyChange implements GenerationChange {
    static final String LONGEST_WAIT = "20s";
    private static final long TURN = 0x6661636577726967L;
    private static final int NAME_BYTES = 4;

    private final KeyGenerationRepository generations;
    private final DataKeyRepository keys;
    private final Rewrapping rewrapping;
    private final KeyRing ring;
    private final KeyStores stores;
    private final TransactionOperations steps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /// @param steps  each in a transaction of its own
    KeyChange(
            KeyGenerationRepository generations,
            DataKeyRepository keys,
            KeyRing ring,
            KeyStores stores,
            TransactionOperations steps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.generations = generations;
        this.keys = keys;
        this.rewrapping = new Rewrapping(keys, generations, ring, steps);
        this.ring = ring;
        this.stores = stores;
        this.steps = steps;
        this.events = events;
        this.clock = clock;
    }

    /// Goes on with what was begun; then changes, if a key was destroyed whose generation is not.
    ///
    /// @param always  whether to change in any case
    @Override
    public void run(boolean always) {
        inTurn(() -> {
            goOn();
            if (always || keys.firstUnsealed().isPresent()) {
                prepare(generations.newest() + 1, Random.randBytes(KeyEncryptionKey.BYTES));
                goOn();
            }
            destroyUnknown();
        });
    }

    @Override
    public void first(byte[] key) {
        inTurn(() -> {
            if (generations.newest() == 0) {
                prepare(1, key);
            }
            goOn();
        });
    }

    private void inTurn(Runnable work) {
        steps.executeWithoutResult(turn -> {
            generations.takeTurn(TURN);
            work.run();
        });
    }

    private void prepare(int number, byte[] key) {
        String name = name(number);
        KeyStore store = stores.first();
        byte[] sealed = store.keep(name, key);
        byte[] check = KeyEncryptionKey.of(key).checkValue();
        Arrays.fill(key, (byte) 0);
        executed(() -> generations.prepare(number, store.engine().name(), name, sealed, check, clock.instant()));
    }

    @Override
    public void take(int number, byte[] key) {
        String name = name(number);
        KeyStore store = stores.first();
        byte[] sealed = store.keep(name, key);
        step(number, row -> row.movedTo(store.engine(), name, sealed));
    }

    /// The first part of the name is the installation's, so that two that share a store leave each other alone.
    private String name(int number) {
        List<String> names = generations.names();
        String installation = names.isEmpty() || number == 1 ? random() : installation(names.getLast());
        return installation + "-" + number + "-" + random();
    }

    private static String installation(String name) {
        return name.split("-", 2)[0];
    }

    private static String random() {
        return HexFormat.of().formatHex(Random.randBytes(NAME_BYTES));
    }

    private void goOn() {
        for (KeyGeneration prepared : standing()) {
            if (prepared.state() == GenerationState.PREPARED) {
                activate(prepared.number());
            }
        }
        int current = generations.current();
        for (KeyGeneration earlier : standing()) {
            if (earlier.number() < current) {
                leave(earlier);
            }
        }
        ring.dropDestroyed();
    }

    private List<KeyGeneration> standing() {
        return executed(generations::standing);
    }

    private void activate(int number) {
        step(number, row -> {
            if (row.state() == GenerationState.PREPARED) {
                row.activate(clock.instant());
                events.publishEvent(new GenerationEvent.Started(number));
            }
        });
    }

    private void leave(KeyGeneration earlier) {
        long rewrapped = 0;
        while (!givenUp(earlier.number())) {
            for (int some = rewrapSome(earlier.number()); some > 0; some = rewrapSome(earlier.number())) {
                rewrapped += some;
            }
        }
        long all = rewrapped;
        stores.of(earlier.engine()).destroy(earlier.keyName());
        step(earlier.number(), row -> {
            if (row.destroyed(all, clock.instant())) {
                events.publishEvent(new GenerationEvent.Destroyed(row.number(), all));
            }
        });
    }

    private int rewrapSome(int earlier) {
        try {
            return rewrapping.some();
        } catch (PessimisticLockingFailureException held) {
            throw new GenerationInUse(earlier);
        }
    }

    /// Whether nothing live is wrapped under it, and nothing ever will be.
    private boolean givenUp(int number) {
        try {
            return executed(() -> {
                generations.limitWaits(LONGEST_WAIT);
                KeyGeneration row = generations.lock(number).orElseThrow();
                if (row.state() == GenerationState.ACTIVE && !keys.liveUnder(number)) {
                    row.giveUp();
                }
                return row.state() != GenerationState.ACTIVE;
            });
        } catch (PessimisticLockingFailureException held) {
            throw new GenerationInUse(number);
        }
    }

    /// Keys that were put into the store by somebody who died before a row named them. Of a number that has a row
    /// none will get one any more.
    private void destroyUnknown() {
        int newest = generations.newest();
        Set<String> known = new HashSet<>(generations.names());
        Set<String> installations = new HashSet<>();
        known.forEach(name -> installations.add(installation(name)));
        KeyStore store = stores.first();
        store.names().stream()
                .filter(name -> !known.contains(name) && installations.contains(installation(name)))
                .filter(name -> number(name) <= newest)
                .forEach(store::destroy);
    }

    private static int number(String name) {
        String[] parts = name.split("-");
        return parts.length == 3 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
    }

    private void step(int number, Consumer<KeyGeneration> change) {
        steps.executeWithoutResult(status -> generations.lock(number).ifPresent(change));
    }

    private <T> T executed(Supplier<T> work) {
        return Objects.requireNonNull(steps.execute(status -> work.get()));
    }
}

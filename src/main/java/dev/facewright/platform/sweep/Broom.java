package dev.facewright.platform.sweep;

import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.StoreAttic;
import dev.facewright.platform.storage.StoreAttic.LiveKey;
import dev.facewright.platform.storage.StoreAttic.StoredName;
import dev.facewright.platform.storage.StoreAttic.UnfinishedUpload;
import dev.facewright.platform.storage.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The four things to clear away. Each goes through all there is, a thousand at a time.
@Component
class Broom {
    private static final int AT_A_TIME = 1_000;

    private final StoreAttic attic;
    private final ObjectStore store;
    private final PlannedObjects planned;
    private final Registers registers;
    private final Vault vault;

    Broom(StoreAttic attic, ObjectStore store, PlannedObjects planned, Registers registers, Vault vault) {
        this.attic = attic;
        this.store = store;
        this.planned = planned;
        this.registers = registers;
        this.vault = vault;
    }

    /// What dead processes announced: taken over first, so that none that comes back records it after all.
    void plans(Tally tally, Runnable step) {
        List<ObjectKey> left = planned.left("", AT_A_TIME);
        while (!left.isEmpty()) {
            left.stream().filter(planned::takeOver).forEach(key -> {
                clear(key, tally);
                step.run();
            });
            left = planned.left(left.getLast().value(), AT_A_TIME);
        }
    }

    private void clear(ObjectKey key, Tally tally) {
        if (!registers.abandoned(key, tally.unanswered)) {
            return; // the next sweep tries again
        }
        Registers.Answer<ObjectKey> answer = registers.objects(List.of(key));
        tally.unanswered.addAll(answer.silent());
        if (certain(key, answer) && !answer.known().contains(key)) {
            store.delete(key);
        }
        planned.cleared(key);
        tally.plans++;
    }

    /// Parts of what nobody is sending any more.
    void uploads(Instant before, Tally tally, Runnable step) {
        try (Stream<UnfinishedUpload> all = attic.unfinished()) {
            inBatches(all, some -> {
                Set<ObjectKey> live = planned.planned(keys(some.stream().map(UnfinishedUpload::name)));
                for (UnfinishedUpload upload : some) {
                    Optional<ObjectKey> key = ObjectKey.ofName(upload.name());
                    if (key.flatMap(ObjectKey::kind).isEmpty()) {
                        tally.strange++;
                    } else if (key.filter(live::contains).isEmpty()) {
                        abort(upload, before, tally);
                    }
                }
                step.run();
            });
        }
    }

    private void abort(UnfinishedUpload upload, Instant before, Tally tally) {
        if (upload.begunAt().isBefore(before)) {
            attic.abort(upload);
            tally.uploads++;
        } else {
            tally.young++;
        }
    }

    void objects(Instant before, Tally tally, Runnable step) {
        try (Stream<StoredName> all = attic.names()) {
            inBatches(all, some -> {
                objects(some, before, tally);
                step.run();
            });
        }
    }

    /// Plans before rows: what settles in between is known by then.
    private void objects(List<StoredName> some, Instant before, Tally tally) {
        Set<ObjectKey> keys = keys(some.stream().map(StoredName::name));
        Set<ObjectKey> underWay = planned.planned(keys);
        Registers.Answer<ObjectKey> answer = registers.objects(keys);
        tally.unanswered.addAll(answer.silent());
        tally.lookedAt += some.size();
        for (StoredName stored : some) {
            Optional<ObjectKey> key = ObjectKey.ofName(stored.name());
            if (key.flatMap(ObjectKey::kind).isEmpty()) {
                tally.strange++;
            } else if (nobodys(key.get(), underWay, answer)) {
                delete(key.get(), stored.storedAt().isBefore(before), tally);
            }
        }
    }

    private void delete(ObjectKey key, boolean old, Tally tally) {
        if (old) {
            store.delete(key);
            tally.objects++;
        } else {
            tally.young++;
        }
    }

    private static boolean nobodys(ObjectKey key, Set<ObjectKey> underWay, Registers.Answer<ObjectKey> answer) {
        return certain(key, answer)
                && !underWay.contains(key)
                && !answer.known().contains(key);
    }

    private static boolean certain(ObjectKey key, Registers.Answer<?> answer) {
        return key.kind().filter(answer.answered()::contains).isPresent();
    }

    /// A key is there from the commit of its row on, so one that nobody knows will never be known.
    void keys(Instant before, Tally tally, Runnable step) {
        List<LiveKey> some = attic.keys(null, before, AT_A_TIME);
        while (!some.isEmpty()) {
            Registers.Answer<UUID> answer =
                    registers.keys(some.stream().map(LiveKey::key).toList());
            tally.unanswered.addAll(answer.silent());
            for (LiveKey live : some) {
                destroyUnlessKnown(live, answer, tally);
            }
            step.run();
            some = attic.keys(some.getLast().key().key(), before, AT_A_TIME);
        }
    }

    private void destroyUnlessKnown(LiveKey live, Registers.Answer<UUID> answer, Tally tally) {
        UUID key = live.key().key();
        if (live.kind().isEmpty()) {
            tally.strange++;
        } else if (live.kind().filter(answer.answered()::contains).isPresent()
                && !answer.known().contains(key)) {
            vault.destroy(new DataKeyId(key));
            tally.keys++;
        }
    }

    private static Set<ObjectKey> keys(Stream<String> names) {
        return names.flatMap(name -> ObjectKey.ofName(name).stream()).collect(Collectors.toSet());
    }

    private static <T> void inBatches(Stream<T> all, Consumer<List<T>> work) {
        for (Iterator<T> each = all.iterator(); each.hasNext(); ) {
            List<T> some = new ArrayList<>(AT_A_TIME);
            while (each.hasNext() && some.size() < AT_A_TIME) {
                some.add(each.next());
            }
            work.accept(List.copyOf(some));
        }
    }
}

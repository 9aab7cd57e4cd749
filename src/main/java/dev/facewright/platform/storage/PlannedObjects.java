package dev.facewright.platform.storage;

import dev.facewright.platform.storage.StorageProblem.PutTooLate;
import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Records objects before they are put. Where no row of the owner knows a key yet, `plan` is committed first, and the
/// transaction that records the key settles the plan. Once a dead process's plan was taken over the two exclude each
/// other: what is cleared away cannot be recorded any more, and what is recorded is not cleared away.
@Service
public class PlannedObjects {
    private static final Logger log = LoggerFactory.getLogger(PlannedObjects.class);

    private static final UUID NOBODY = new UUID(0, 0);

    private final PlannedObjectRepository rows;
    private final ThisProcess process;
    private final ObjectStore store;
    private final TransactionOperations own;
    private final Clock clock;

    PlannedObjects(
            PlannedObjectRepository rows,
            ThisProcess process,
            ObjectStore store,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.process = process;
        this.store = store;
        this.own = ofItsOwn(transactions);
        this.clock = clock;
    }

    private static TransactionOperations ofItsOwn(TransactionTemplate transactions) {
        var own = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        own.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
        return own;
    }

    /// To be called before the put, committed when it returns.
    public void plan(ObjectKey... keys) {
        own.executeWithoutResult(status -> rows.plan(
                Arrays.stream(keys).map(ObjectKey::value).toArray(String[]::new), process.id(), clock.instant()));
    }

    /// @return false if it was planned before: then its end is the business of whoever did
    boolean planUnlessPlanned(ObjectKey key) {
        return Boolean.TRUE.equals(
                own.execute(status -> rows.planUnlessPlanned(key.value(), process.id(), clock.instant()) == 1));
    }

    /// In the transaction that records the objects.
    ///
    /// @throws PutTooLate if they were cleared away meanwhile
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(ObjectKey... keys) {
        if (rows.forget(values(List.of(keys)), process.id()) != keys.length) {
            throw new PutTooLate();
        }
    }

    /// Nothing is recorded, and the objects are deleted.
    public void drop(ObjectKey... keys) {
        own.executeWithoutResult(status -> rows.forget(values(List.of(keys)), process.id()));
    }

    /// Puts an object that the caller's transaction records: if that is rolled back, nothing is left of it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ObjectKey key, Runnable put) {
        plan(key);
        TransactionSynchronizationManager.registerSynchronization(new ClearedOnRollback(key));
        put.run();
        settle(key);
    }

    /// Those of the keys that somebody is about to put or to record.
    @Transactional(readOnly = true)
    public Set<ObjectKey> planned(Collection<ObjectKey> keys) {
        return rows.planned(values(keys)).stream().map(ObjectKey::new).collect(Collectors.toSet());
    }

    /// What processes planned that are not there any more, by key.
    @Transactional(readOnly = true)
    public List<ObjectKey> left(String after, int most) {
        return rows.left(process.id(), process.silentSince(), after, most).stream()
                .map(ObjectKey::new)
                .toList();
    }

    /// From now on the process that planned it cannot record it, should it come back.
    ///
    /// @return false if that process is there after all
    @Transactional
    public boolean takeOver(ObjectKey key) {
        return rows.takeOver(key.value(), NOBODY, process.id(), process.silentSince()) == 1;
    }

    /// That it was taken over, once all is cleared away.
    @Transactional
    public void cleared(ObjectKey key) {
        rows.forget(List.of(key.value()), NOBODY);
    }

    private static List<String> values(Collection<ObjectKey> keys) {
        return keys.stream().map(ObjectKey::value).toList();
    }

    private final class ClearedOnRollback implements TransactionSynchronization {
        private final ObjectKey key;

        ClearedOnRollback(ObjectKey key) {
            this.key = key;
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_ROLLED_BACK) {
                try {
                    store.delete(key);
                    drop(key);
                } catch (StorageUnavailable away) {
                    log.warn("The object {} belongs to nobody but could not be deleted", key, away);
                }
            }
        }
    }
}

package dev.facewright.platform.training;

import dev.facewright.ml.train.Checkpoint;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Keeps the last states of a run from which it can go on, and none once it has ended: they hold what was
/// learnt from people's faces, and only the registered model may stay.
@Component
public class Checkpoints {
    private static final String AREA = "checkpoints";
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private final ObjectStore store;
    private final CheckpointSafe safe;
    private final CheckpointRepository rows;
    private final RunLog log;
    private final Clock clock;

    Checkpoints(ObjectStore store, CheckpointSafe safe, CheckpointRepository rows, RunLog log, Clock clock) {
        this.store = store;
        this.safe = safe;
        this.rows = rows;
        this.log = log;
        this.clock = clock;
    }

    /// Keeps it, and of those kept before what the rule says.
    void save(RunId run, Checkpoint checkpoint, CheckpointRule rule) {
        byte[] content = checkpoint.toBytes();
        long step = checkpoint.progress().globalStep();
        ObjectKey key = safe.put(run, safe.key(run), content);
        Optional<ObjectKey> replaced = rows.findById(new CheckpointRow.Key(run.value(), step))
                .map(CheckpointRow::object)
                .filter(old -> !old.equals(key));
        KeptCheckpoint kept = new KeptCheckpoint(
                step, checkpoint.progress().lossOfEpochEnded().orElse(null), content.length, clock.instant());
        rows.save(new CheckpointRow(run, kept, key, Sha256.hex(content)));
        replaced.ifPresent(store::delete);
        log.add(run, "checkpoint", step, null);
        forgetAllBut(rule, run);
    }

    private void forgetAllBut(CheckpointRule rule, RunId run) {
        List<CheckpointRow> stored = stored(run);
        Set<Long> kept = new HashSet<>();
        stored.stream().limit(rule.keepLast()).map(CheckpointRow::step).forEach(kept::add);
        stored.stream()
                .filter(each -> each.meanLoss() != null)
                .sorted(Comparator.comparing(CheckpointRow::meanLoss))
                .limit(rule.keepBest())
                .map(CheckpointRow::step)
                .forEach(kept::add);
        stored.stream().filter(old -> !kept.contains(old.step())).forEach(old -> delete(run, old));
    }

    /// Of a run that went back: what comes later led nowhere.
    void forgetAfter(RunId run, long step) {
        stored(run).stream().filter(later -> later.step() > step).forEach(later -> delete(run, later));
    }

    /// The newest first; none once the run has ended.
    public List<KeptCheckpoint> kept(RunId run) {
        return stored(run).stream().map(CheckpointRow::kept).toList();
    }

    /// The newest that can be read; whatever cannot is passed over, and the run's log says so.
    Optional<Checkpoint> latest(RunId run) {
        return stored(run).stream()
                .flatMap(stored -> read(run, stored).stream())
                .findFirst();
    }

    @ApplicationModuleListener(id = "training.run-ended")
    void on(RunEvent.Ended ended) {
        deleteAll(ended.run());
    }

    /// Where those kept lie, by step.
    Map<Long, ObjectKey> keys(RunId run) {
        return stored(run).stream().collect(Collectors.toMap(CheckpointRow::step, CheckpointRow::object));
    }

    void deleteAll(RunId run) {
        safe.destroyKey(run);
        stored(run).forEach(each -> delete(run, each));
        forgetUnrecorded(run);
    }

    /// What was put when the process died, before there was a row of it.
    private void forgetUnrecorded(RunId run) {
        try (var left = store.list(ObjectOwner.run(run.value()).prefix() + AREA + "/")) {
            left.map(ListedObject::key).toList().forEach(store::delete);
        }
    }

    /// The object first: a row without an object is found again, an object without a row never.
    private void delete(RunId run, CheckpointRow stored) {
        store.delete(stored.object());
        rows.forget(run.value(), stored.step());
    }

    private Optional<Checkpoint> read(RunId run, CheckpointRow stored) {
        try {
            return Optional.of(Checkpoint.fromBytes(safe.get(run, stored)));
        } catch (ObjectNotFound | ObjectDamaged | KeyDestroyed | IOException unreadable) {
            LOG.warn("Checkpoint {} of run {} cannot be read", stored.step(), run, unreadable);
        }
        log.add(run, "checkpoint-unreadable", stored.step(), null);
        return Optional.empty();
    }

    private List<CheckpointRow> stored(RunId run) {
        return rows.findByRunIdOrderByGlobalStepDesc(run.value());
    }
}

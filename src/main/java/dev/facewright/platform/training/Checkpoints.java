package dev.facewright.platform.training;

import dev.facewright.ml.train.Checkpoint;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import java.io.IOException;
import java.sql.Timestamp;
import java.sql.Types;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Keeps the last states of a run from which it can go on, and none once it has ended: they hold what was
/// learnt from people's faces, and only the registered model may stay.
@Component
public class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

    private record Stored(KeptCheckpoint kept, ObjectKey key, String sha256) {
        long step() {
            return kept.step();
        }
    }

    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final RunLog log;
    private final Clock clock;

    Checkpoints(ObjectStore store, JdbcClient jdbc, RunLog log, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /// Keeps it, and of those kept before what the rule says.
    void save(RunId run, Checkpoint checkpoint, CheckpointRule rule) {
        byte[] content = checkpoint.toBytes();
        long step = checkpoint.progress().globalStep();
        ObjectKey key = ObjectKey.contentAddressed(ObjectOwner.run(run.value()), "checkpoints", content);
        store.put(key, content, "application/octet-stream");
        List<Stored> replaced = stored(run).stream()
                .filter(old -> old.step() == step && !old.key().equals(key))
                .toList();
        jdbc.sql("""
                        insert into run_checkpoint
                            (run_id, global_step, object_key, sha256, bytes, mean_loss, created_at)
                        values (:run, :step, :key, :hash, :bytes, :loss, :at)
                        on conflict (run_id, global_step) do update set object_key = excluded.object_key,
                            sha256 = excluded.sha256, bytes = excluded.bytes, mean_loss = excluded.mean_loss,
                            created_at = excluded.created_at""")
                .param("run", run.value())
                .param("step", step)
                .param("key", key.value())
                .param("hash", Sha256.hex(content))
                .param("bytes", content.length)
                .param("loss", checkpoint.progress().lossOfEpochEnded().orElse(null), Types.DOUBLE)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        replaced.forEach(old -> store.delete(old.key()));
        log.add(run, "checkpoint", step, null);
        forgetAllBut(rule, run);
    }

    private void forgetAllBut(CheckpointRule rule, RunId run) {
        List<Stored> stored = stored(run);
        Set<Long> kept = new HashSet<>();
        stored.stream().limit(rule.keepLast()).map(Stored::step).forEach(kept::add);
        stored.stream()
                .map(Stored::kept)
                .filter(each -> each.meanLoss() != null)
                .sorted(Comparator.comparing(KeptCheckpoint::meanLoss))
                .limit(rule.keepBest())
                .map(KeptCheckpoint::step)
                .forEach(kept::add);
        stored.stream().filter(old -> !kept.contains(old.step())).forEach(old -> delete(run, old));
    }

    /// Of a run that went back: what comes later led nowhere.
    void forgetAfter(RunId run, long step) {
        stored(run).stream().filter(later -> later.step() > step).forEach(later -> delete(run, later));
    }

    /// The newest first; none once the run has ended.
    public List<KeptCheckpoint> kept(RunId run) {
        return stored(run).stream().map(Stored::kept).toList();
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
        return stored(run).stream().collect(Collectors.toMap(Stored::step, Stored::key));
    }

    void deleteAll(RunId run) {
        stored(run).forEach(each -> delete(run, each));
    }

    /// The object first: a row without an object is found again, an object without a row never.
    private void delete(RunId run, Stored stored) {
        store.delete(stored.key());
        jdbc.sql("delete from run_checkpoint where run_id = ? and global_step = ?")
                .params(run.value(), stored.step())
                .update();
    }

    private Optional<Checkpoint> read(RunId run, Stored stored) {
        try {
            return Optional.of(Checkpoint.fromBytes(store.get(stored.key(), stored.sha256())));
        } catch (ObjectNotFound | ObjectDamaged | IOException unreadable) {
            LOG.warn("Checkpoint {} of run {} cannot be read", stored.step(), run, unreadable);
        }
        log.add(run, "checkpoint-unreadable", stored.step(), null);
        return Optional.empty();
    }

    private List<Stored> stored(RunId run) {
        return jdbc.sql("select * from run_checkpoint where run_id = ? order by global_step desc")
                .param(run.value())
                .query((row, number) -> new Stored(
                        new KeptCheckpoint(
                                row.getLong("global_step"),
                                row.getObject("mean_loss", Double.class),
                                row.getLong("bytes"),
                                row.getTimestamp("created_at").toInstant()),
                        new ObjectKey(row.getString("object_key")),
                        row.getString("sha256")))
                .list();
    }
}

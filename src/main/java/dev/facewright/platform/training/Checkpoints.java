package dev.facewright.platform.training;

import dev.facewright.ml.train.Checkpoint;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectMissing;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Sha256;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Keeps the last states of a run from which it can go on, and none once it has ended: they hold what was
/// learnt from people's faces, and only the registered model may stay.
@Component
class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    /// One more than needed, in case the newest cannot be read.
    private static final int KEPT = 2;

    private record Stored(long step, ObjectKey key, String sha256) {}

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

    void save(RunId run, Checkpoint checkpoint) {
        byte[] content = checkpoint.toBytes();
        long step = checkpoint.progress().globalStep();
        ObjectKey key = ObjectKey.contentAddressed("checkpoints/" + run, content);
        store.put(key, content, "application/octet-stream");
        jdbc.sql("""
                        insert into run_checkpoint (run_id, global_step, object_key, sha256, bytes, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (run_id, global_step) do update set object_key = excluded.object_key,
                            sha256 = excluded.sha256, bytes = excluded.bytes, created_at = excluded.created_at""")
                .params(
                        run.value(),
                        step,
                        key.value(),
                        Sha256.hex(content),
                        content.length,
                        Timestamp.from(clock.instant()))
                .update();
        log.add(run, "checkpoint", step, null);
        stored(run).stream().skip(KEPT).forEach(old -> delete(run, old));
    }

    /// The newest that can be read; whatever cannot is passed over.
    Optional<Checkpoint> latest(RunId run) {
        return stored(run).stream()
                .flatMap(stored -> read(run, stored).stream())
                .findFirst();
    }

    @ApplicationModuleListener
    void on(RunCompleted ended) {
        deleteAll(ended.run());
    }

    @ApplicationModuleListener
    void on(RunFailed ended) {
        deleteAll(ended.run());
    }

    @ApplicationModuleListener
    void on(RunCancelled ended) {
        deleteAll(ended.run());
    }

    private void deleteAll(RunId run) {
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
            byte[] content = store.get(stored.key());
            if (Sha256.hex(content).equals(stored.sha256())) {
                return Optional.of(Checkpoint.fromBytes(content));
            }
            LOG.warn("Checkpoint {} of run {} is not what was stored", stored.step(), run);
        } catch (ObjectMissing | IOException unreadable) {
            LOG.warn("Checkpoint {} of run {} cannot be read", stored.step(), run, unreadable);
        }
        return Optional.empty();
    }

    private List<Stored> stored(RunId run) {
        return jdbc.sql("select * from run_checkpoint where run_id = ? order by global_step desc")
                .param(run.value())
                .query((row, number) -> new Stored(
                        row.getLong("global_step"),
                        new ObjectKey(row.getString("object_key")),
                        row.getString("sha256")))
                .list();
    }
}

package dev.facewright.platform.benchmarks;

import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.SealedFiles;
import dev.facewright.platform.storage.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What a benchmark keeps in the object store, all of it encrypted with the benchmark's own data key and bound
/// to its place, so that no object can stand in for another.
@Component
class BenchmarkObjects {
    private static final String BINARY = "application/octet-stream";
    private static final String ARCHIVE = "archive";
    private static final String PAIRS = "pairs";
    private static final String INDEX = "index";
    private static final Set<String> STAGED = Set.of(ARCHIVE, PAIRS);

    private final ObjectStore store;
    private final Vault vault;
    private final SealedFiles files;
    private final PlannedObjects planned;

    BenchmarkObjects(ObjectStore store, Vault vault, SealedFiles files, PlannedObjects planned) {
        this.store = store;
        this.planned = planned;
        this.vault = vault;
        this.files = files;
    }

    DataKeyId createKey(BenchmarkId id) {
        return vault.createKey(ObjectOwner.benchmark(id.value()));
    }

    /// Its archive is on its way until `settle`.
    void plan(BenchmarkId id) {
        planned.plan(objectKey(id, ARCHIVE));
    }

    void unplan(BenchmarkId id) {
        planned.drop(objectKey(id, ARCHIVE));
    }

    /// In the transaction from which on a job will read the archive.
    void settle(BenchmarkId id) {
        planned.settle(objectKey(id, ARCHIVE));
    }

    /// Keeps the archive and the pairs file until the worker has read them.
    void stage(BenchmarkId id, DataKeyId key, InputStream archive, String pairs) throws IOException {
        put(id, key, PAIRS, pairs.getBytes(StandardCharsets.UTF_8));
        files.put(objectKey(id, ARCHIVE), key, place(id, ARCHIVE), archive);
    }

    /// Fetches the archive for reading; on this machine's disk it stays encrypted.
    StagedArchive openArchive(BenchmarkId id, DataKeyId key) throws IOException {
        return StagedArchive.open(files.open(objectKey(id, ARCHIVE), key, place(id, ARCHIVE)));
    }

    String pairs(BenchmarkId id, DataKeyId key) {
        return new String(get(id, key, PAIRS), StandardCharsets.UTF_8);
    }

    void unstage(BenchmarkId id) {
        STAGED.forEach(name -> store.delete(objectKey(id, name)));
        unplan(id);
    }

    void putBlock(BenchmarkId id, DataKeyId key, int block, byte[] crops) {
        put(id, key, blockName(block), crops);
    }

    byte[] block(BenchmarkId id, DataKeyId key, int block) {
        return get(id, key, blockName(block));
    }

    void putIndex(BenchmarkId id, DataKeyId key, BenchmarkIndex index) {
        put(id, key, INDEX, index.toBytes());
    }

    BenchmarkIndex index(BenchmarkId id, DataKeyId key) {
        return BenchmarkIndex.fromBytes(get(id, key, INDEX));
    }

    /// Joins the caller's transaction: what the key encrypted is forgotten exactly when the row says so.
    void destroyKey(DataKeyId key) {
        vault.destroy(key);
    }

    /// Deletes every object. May be done twice.
    ///
    /// @param blocks  as many as the benchmark can have; those that were never written are no matter
    void delete(BenchmarkId id, int blocks) {
        unstage(id);
        store.delete(objectKey(id, INDEX));
        for (int block = 0; block < blocks; block++) {
            store.delete(objectKey(id, blockName(block)));
        }
    }

    private void put(BenchmarkId id, DataKeyId key, String name, byte[] plain) {
        store.put(objectKey(id, name), vault.encrypt(key, plain, place(id, name)), BINARY);
    }

    private byte[] get(BenchmarkId id, DataKeyId key, String name) {
        return vault.decrypt(key, store.get(objectKey(id, name)), place(id, name));
    }

    /// Whether an object of that name may be there: what was staged only until its ingestion has ended.
    static boolean has(String name, boolean ingested) {
        return !(ingested && STAGED.contains(name));
    }

    private static String blockName(int block) {
        return "block-" + block;
    }

    private static ObjectKey objectKey(BenchmarkId id, String name) {
        return ObjectKey.of(ObjectOwner.benchmark(id.value()), name);
    }

    private static byte[] place(BenchmarkId id, String name) {
        return (id + "/" + name).getBytes(StandardCharsets.UTF_8);
    }
}

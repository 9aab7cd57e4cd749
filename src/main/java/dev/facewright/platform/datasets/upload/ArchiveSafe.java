package dev.facewright.platform.datasets.upload;

import dev.facewright.platform.datasets.DatasetProblem.ArchiveRefused;
import dev.facewright.platform.datasets.DatasetProblem.ArchiveTooLarge;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.archive.Archive;
import dev.facewright.platform.datasets.archive.Archive.ArchiveUnreadable;
import dev.facewright.platform.datasets.registry.DatasetSettings;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.SealedFile;
import dev.facewright.platform.storage.SealedFiles;
import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import dev.facewright.platform.storage.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps an archive between its upload and the job that looks through it, maybe on another machine:
/// encrypted under a key of its own, in the object store and on any disk it passes.
@Component
class ArchiveSafe {
    private static final Logger log = LoggerFactory.getLogger(ArchiveSafe.class);

    private final ObjectStore store;
    private final Vault vault;
    private final SealedFiles files;
    private final PlannedObjects planned;
    private final DatasetSettings settings;
    private final ApplicationEventPublisher events;

    ArchiveSafe(
            ObjectStore store,
            Vault vault,
            SealedFiles files,
            PlannedObjects planned,
            DatasetSettings settings,
            ApplicationEventPublisher events) {
        this.store = store;
        this.vault = vault;
        this.files = files;
        this.planned = planned;
        this.settings = settings;
        this.events = events;
    }

    /// @throws ArchiveTooLarge if it is
    /// @throws ArchiveRefused if it is no archive by its first bytes
    void check(Path archive) throws IOException {
        long limit = settings.archiveLimit().toBytes();
        if (Files.size(archive) > limit) {
            throw new ArchiveTooLarge(Files.size(archive), limit);
        }
        try (InputStream in = Files.newInputStream(archive)) {
            if (Archive.kind(in.readNBytes(Archive.HEAD)).isEmpty()) {
                throw new ArchiveRefused();
            }
        }
    }

    /// Where an archive will lie. Planned until its upload waits for its job.
    ObjectKey plan(UploadId upload) {
        ObjectKey key = key(upload);
        planned.plan(key);
        return key;
    }

    static ObjectKey key(UploadId upload) {
        return ObjectKey.of(ObjectOwner.upload(upload.value()), "archive");
    }

    /// In the transaction that writes the upload's row.
    DataKeyId createKey(UploadId upload) {
        return vault.createKey(ObjectOwner.upload(upload.value()));
    }

    void put(UploadId upload, StoredArchive where, Path archive) throws IOException {
        try (InputStream plain = Files.newInputStream(archive)) {
            files.put(where.key(), where.dataKey(), context(upload), plain);
        }
    }

    /// In the transaction from which on a job will look through it.
    void settle(StoredArchive stored) {
        planned.settle(stored.key());
    }

    /// @throws ArchiveRefused if it turns out to be none
    OpenArchive open(UploadId upload, StoredArchive stored) throws IOException {
        SealedFile sealed = files.open(stored.key(), stored.dataKey(), context(upload));
        try {
            return new OpenArchive(Archive.open(sealed.plain(), settings.archiveLimits()), sealed);
        } catch (ArchiveUnreadable noArchive) {
            sealed.close();
            throw new ArchiveRefused();
        } catch (IOException | RuntimeException failed) {
            sealed.close();
            throw failed;
        }
    }

    /// Without its key, which goes with the caller's transaction, the archive is noise: it is deleted after that, and
    /// an
    /// object store that is away at that moment stops nothing.
    void forget(StoredArchive stored) {
        vault.destroy(stored.dataKey());
        events.publishEvent(new Forgotten(stored.key()));
    }

    @TransactionalEventListener(id = "datasets.archive-forgotten")
    void delete(Forgotten archive) {
        try {
            store.delete(archive.key());
            planned.drop(archive.key());
        } catch (StorageUnavailable away) {
            log.warn("The object {} is of no use any more but could not be deleted", archive.key(), away);
        }
    }

    record Forgotten(ObjectKey key) {}

    private static byte[] context(UploadId upload) {
        return ("upload:" + upload).getBytes(StandardCharsets.UTF_8);
    }

    /// @param sealed  what it is read from, closed with it
    record OpenArchive(Archive archive, SealedFile sealed) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (sealed) {
                archive.close();
            }
        }
    }

    /// Where an archive waits.
    ///
    /// @param dataKey  made for this archive alone
    record StoredArchive(ObjectKey key, long bytes, DataKeyId dataKey) {}
}

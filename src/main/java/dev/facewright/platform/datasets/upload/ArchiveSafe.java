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
import org.springframework.stereotype.Component;

/// Keeps an archive between its upload and the job that looks through it, maybe on another machine:
/// encrypted under a key of its own, in the object store and on any disk it passes.
@Component
class ArchiveSafe {
    private static final Logger log = LoggerFactory.getLogger(ArchiveSafe.class);

    private final ObjectStore store;
    private final Vault vault;
    private final SealedFiles files;
    private final DatasetSettings settings;

    ArchiveSafe(ObjectStore store, Vault vault, SealedFiles files, DatasetSettings settings) {
        this.store = store;
        this.vault = vault;
        this.files = files;
        this.settings = settings;
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

    StoredArchive put(UploadId upload, Path archive) throws IOException {
        DataKeyId dataKey = vault.createKey("upload");
        ObjectKey key = ObjectKey.of(ObjectOwner.upload(upload.value()), "archive");
        try (InputStream plain = Files.newInputStream(archive)) {
            files.put(key, dataKey, context(upload), plain);
        }
        return new StoredArchive(key, Files.size(archive), dataKey);
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

    /// Without its key the archive is noise, so an object store that is away at this moment stops
    /// nothing.
    void forget(StoredArchive stored) {
        vault.destroy(stored.dataKey());
        try {
            store.delete(stored.key());
        } catch (StorageUnavailable away) {
            log.warn("The object {} is of no use any more but could not be deleted", stored.key(), away);
        }
    }

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

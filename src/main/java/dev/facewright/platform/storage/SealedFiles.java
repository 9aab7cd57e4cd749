package dev.facewright.platform.storage;

import dev.facewright.platform.kernel.WorkFolder;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.stereotype.Component;

/// Files too large for memory, on their way to the object store and back: encrypted under a data key there, and on
/// any disk they pass over.
@Component
public class SealedFiles {
    private final ObjectStore store;
    private final Vault vault;
    private final PlannedObjects planned;
    private final WorkFolder folder;

    SealedFiles(ObjectStore store, Vault vault, PlannedObjects planned, WorkFolder folder) {
        this.store = store;
        this.vault = vault;
        this.planned = planned;
        this.folder = folder;
    }

    /// Encrypts and stores what is read to its end.
    ///
    /// @param plain  not closed
    /// @param associatedData  as for `Vault.encrypt`
    public void put(ObjectKey object, DataKeyId key, byte[] associatedData, InputStream plain) throws IOException {
        Path cipher = folder.newFile();
        try {
            try (OutputStream out = vault.encrypting(key, Files.newOutputStream(cipher), associatedData)) {
                plain.transferTo(out);
            }
            put(object, cipher);
        } finally {
            Files.deleteIfExists(cipher);
        }
    }

    /// All of it, and whether it is what was put.
    ///
    /// @param sha256  of the plain content, in lower-case hexadecimal
    /// @throws StorageProblem.ObjectNotFound if there is none
    /// @throws StorageProblem.KeyDestroyed if the key is no more
    /// @throws StorageProblem.ObjectDamaged if it is anything else
    public byte[] get(ObjectKey object, DataKeyId key, byte[] associatedData, String sha256) {
        byte[] plain;
        try (InputStream in = vault.decrypting(key, store.open(object), associatedData)) {
            plain = in.readAllBytes();
        } catch (IOException changedOrAway) {
            throw new ObjectDamaged(object);
        }
        if (!Sha256.hex(plain).equals(sha256)) {
            throw new ObjectDamaged(object);
        }
        return plain;
    }

    /// To be read once from its beginning; the caller closes it.
    ///
    /// @throws StorageProblem.ObjectNotFound if there is none
    /// @throws StorageProblem.KeyDestroyed if the key is no more
    public InputStream stream(ObjectKey object, DataKeyId key, byte[] associatedData) {
        InputStream sealed = store.open(object);
        try {
            return vault.decrypting(key, sealed, associatedData);
        } catch (IOException | RuntimeException failed) {
            try {
                sealed.close();
            } catch (IOException second) {
                failed.addSuppressed(second);
            }
            throw failed instanceof RuntimeException refusal ? refusal : new StorageUnavailable(failed);
        }
    }

    /// Planned for as long as it takes, so that no part of it is taken for one that a dead process left.
    private void put(ObjectKey object, Path cipher) {
        boolean first = planned.planUnlessPlanned(object);
        try {
            store.put(object, cipher, "application/octet-stream");
        } finally {
            if (first) {
                planned.drop(object);
            }
        }
    }

    /// Fetches it to be read anywhere in it; the copy on this machine stays encrypted.
    ///
    /// @throws StorageProblem.ObjectNotFound if there is none
    /// @throws StorageProblem.KeyDestroyed if the key is no more
    public SealedFile open(ObjectKey object, DataKeyId key, byte[] associatedData) throws IOException {
        Path cipher = folder.newFile();
        try {
            try (InputStream in = store.open(object)) {
                Files.copy(in, cipher, StandardCopyOption.REPLACE_EXISTING);
            }
            return new SealedFile(cipher, decrypting(cipher, key, associatedData));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(cipher);
            throw failed;
        }
    }

    private SeekableByteChannel decrypting(Path cipher, DataKeyId key, byte[] associatedData) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(cipher);
        try {
            return vault.decrypting(key, channel, associatedData);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            throw failed;
        }
    }
}

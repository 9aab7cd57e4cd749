package dev.facewright.platform.storage;

import static dev.facewright.platform.storage.StoreCalls.ask;
import static dev.facewright.platform.storage.StoreCalls.find;

import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import dev.facewright.platform.storage.StorageProblem.StorageUnavailable;
import dev.facewright.platform.storage.StoreAttic.StoredName;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps immutable objects in an S3 store. Every method throws `StorageUnavailable` when the store does
/// not do its part.
public class ObjectStore {
    private final MinioClient client;
    private final String bucket;
    private boolean versioned;

    ObjectStore(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /// Before anything else is asked of it.
    void heed(StoreFacts facts) {
        versioned = facts.versioned();
    }

    /// @param key  one with an owner: what is put and never recorded can be told by asking who owns it
    public void put(ObjectKey key, byte[] content, String contentType) {
        requireOwner(key);
        ask(() -> client.putObject(PutObjectArgs.builder()
                .bucket(bucket)
                .object(key.value())
                .data(content, content.length)
                .contentType(contentType)
                .build()));
    }

    /// Sends the file in parts; memory does not grow with its size.
    public void put(ObjectKey key, Path file, String contentType) {
        requireOwner(key);
        ask(() -> client.uploadObject(UploadObjectArgs.builder()
                .bucket(bucket)
                .object(key.value())
                .filename(file.toString())
                .contentType(contentType)
                .build()));
    }

    /// @throws ObjectNotFound if there is none
    public byte[] get(ObjectKey key) {
        try (InputStream in = open(key)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new StorageUnavailable(e);
        }
    }

    /// Reads it and makes sure that it is what was put.
    ///
    /// @param sha256  of what was put, in lower-case hexadecimal
    /// @throws ObjectNotFound if there is none
    /// @throws ObjectDamaged if the store gives back anything else
    public byte[] get(ObjectKey key, String sha256) {
        byte[] content = get(key);
        if (!Sha256.hex(content).equals(sha256)) {
            throw new ObjectDamaged(key);
        }
        return content;
    }

    /// `get` into a file, which is written over, for what is too large to be in memory.
    ///
    /// @throws ObjectNotFound if there is none
    /// @throws ObjectDamaged if the store gives back anything else
    public void get(ObjectKey key, String sha256, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(open(key), digest)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw new ObjectDamaged(key);
        }
    }

    /// The caller closes the stream.
    ///
    /// @throws ObjectNotFound if there is none
    public InputStream open(ObjectKey key) {
        return find(
                key,
                () -> client.getObject(GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key.value())
                        .build()));
    }

    public boolean exists(ObjectKey key) {
        try {
            size(key);
            return true;
        } catch (ObjectNotFound missing) {
            return false;
        }
    }

    /// Deletes it, every version of it where the store has versions. What is not there is fine: a deletion may have to
    /// be
    /// tried again.
    public void delete(ObjectKey key) {
        if (versioned) {
            versions(key).forEach(version -> delete(key, version));
        } else {
            delete(key, null);
        }
    }

    private void delete(ObjectKey key, @Nullable String version) {
        ask(() -> {
            client.removeObject(RemoveObjectArgs.builder()
                    .bucket(bucket)
                    .object(key.value())
                    .versionId(version)
                    .build());
            return key;
        });
    }

    /// Marks of deletion are versions too.
    private List<String> versions(ObjectKey key) {
        try (Stream<Item> all = ObjectListing.of(client.listObjects(all(key.value())))) {
            return all.filter(item -> item.objectName().equals(key.value()))
                    .map(Item::versionId)
                    .toList();
        }
    }

    /// @return bytes
    /// @throws ObjectNotFound if there is none
    public long size(ObjectKey key) {
        return find(
                        key,
                        () -> client.statObject(StatObjectArgs.builder()
                                .bucket(bucket)
                                .object(key.value())
                                .build()))
                .size();
    }

    /// All objects of an owner, however many, in the order of their keys, fetched as they are looked at.
    /// The caller closes the stream.
    public Stream<ListedObject> list(ObjectOwner owner) {
        return list(owner.prefix());
    }

    /// All objects whose keys begin so; all there are if it is empty. The caller closes the stream.
    public Stream<ListedObject> list(String prefix) {
        return ObjectListing.of(client.listObjects(ListObjectsArgs.builder()
                        .bucket(bucket)
                        .prefix(prefix)
                        .recursive(true)
                        .build()))
                .map(item -> new ListedObject(
                        new ObjectKey(item.objectName()),
                        item.size(),
                        item.lastModified().toInstant()));
    }

    /// Each name once, whatever it is and however many versions there are of it.
    Stream<StoredName> names(String prefix) {
        var last = new AtomicReference<String>();
        return ObjectListing.of(client.listObjects(all(prefix)))
                .filter(item -> !item.objectName().equals(last.getAndSet(item.objectName())))
                .map(item ->
                        new StoredName(item.objectName(), item.lastModified().toInstant()));
    }

    private ListObjectsArgs all(String prefix) {
        return ListObjectsArgs.builder()
                .bucket(bucket)
                .prefix(prefix)
                .recursive(true)
                .includeVersions(versioned)
                .build();
    }

    void createBucketIfMissing() {
        ask(() -> {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
            }
            return bucket;
        });
    }

    private static void requireOwner(ObjectKey key) {
        if (key.owner().isEmpty()) {
            throw new IllegalArgumentException("Nobody owns " + key);
        }
    }

    /// What the store's list says of an object.
    ///
    /// @param storedAt  by the store's clock
    public record ListedObject(ObjectKey key, long bytes, Instant storedAt) {}
}

package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Keeps pictures and crops, each encrypted under its subject's key and bound to its image.
@Component
public class ImageSafe {
    /// The two things kept of an image.
    public enum Part {
        CONTENT,
        CROP
    }

    private final ObjectStore store;
    private final Vault vault;

    ImageSafe(ObjectStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    ObjectKey put(SubjectId subject, DataKeyId dataKey, ImageId image, Part part, byte[] plain) {
        byte[] cipher = vault.encrypt(dataKey, plain, context(image, part));
        ObjectKey key = ObjectKey.of(
                ObjectOwner.subject(subject.value()),
                "images",
                image.toString(),
                part.name().toLowerCase(Locale.ROOT));
        store.put(key, cipher, "application/octet-stream");
        return key;
    }

    /// @throws dev.facewright.platform.storage.StorageProblem.KeyDestroyed if the subject was erased
    public byte[] get(DataKeyId dataKey, ImageId image, Part part, ObjectKey key) {
        return vault.decrypt(dataKey, store.get(key), context(image, part));
    }

    void delete(Kept kept) {
        store.delete(kept.content());
        store.delete(kept.crop());
    }

    private static byte[] context(ImageId image, Part part) {
        return (part + ":" + image).getBytes(StandardCharsets.UTF_8);
    }
}

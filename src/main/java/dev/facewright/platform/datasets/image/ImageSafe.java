package dev.facewright.platform.datasets.image;

import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.storage.JointKey;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Keeps pictures and crops, each encrypted under the keys of everyone on it and bound to its image.
@Component
public class ImageSafe {
    /// The two things kept of an image.
    public enum Part {
        CONTENT,
        CROP
    }

    private final ObjectStore store;
    private final PlannedObjects planned;
    private final Vault vault;

    ImageSafe(ObjectStore store, PlannedObjects planned, Vault vault) {
        this.store = store;
        this.planned = planned;
        this.vault = vault;
    }

    /// Where the two lie.
    record Keys(ObjectKey content, ObjectKey crop) {}

    /// Both or neither. They are planned until `settle` or `delete`.
    ///
    /// @throws dev.facewright.platform.storage.KeyDestroyed if anyone on it was erased
    Keys put(SubjectId subject, JointKey dataKey, ImageId image, byte[] content, byte[] crop) {
        Keys keys = new Keys(key(subject, image, Part.CONTENT), key(subject, image, Part.CROP));
        byte[] cipher = vault.encrypt(dataKey, content, context(image, Part.CONTENT));
        byte[] cropCipher = vault.encrypt(dataKey, crop, context(image, Part.CROP));
        planned.plan(keys.content(), keys.crop());
        boolean both = false;
        try {
            store.put(keys.content(), cipher, "application/octet-stream");
            store.put(keys.crop(), cropCipher, "application/octet-stream");
            both = true;
            return keys;
        } finally {
            if (!both) {
                delete(keys);
            }
        }
    }

    /// Belongs into the transaction of the row that knows them.
    void settle(Kept kept) {
        planned.settle(kept.content(), kept.crop());
    }

    private void delete(Keys keys) {
        store.delete(keys.content());
        store.delete(keys.crop());
        planned.drop(keys.content(), keys.crop());
    }

    private static ObjectKey key(SubjectId subject, ImageId image, Part part) {
        return ObjectKey.of(
                ObjectOwner.subject(subject.value()),
                "images",
                image.toString(),
                part.name().toLowerCase(Locale.ROOT));
    }

    /// @throws dev.facewright.platform.storage.StorageProblem.KeyDestroyed if anyone on it was erased
    public byte[] get(JointKey dataKey, ImageId image, Part part, ObjectKey key) {
        return vault.decrypt(dataKey, store.get(key), context(image, part));
    }

    void delete(Kept kept) {
        delete(new Keys(kept.content(), kept.crop()));
    }

    private static byte[] context(ImageId image, Part part) {
        return (part + ":" + image).getBytes(StandardCharsets.UTF_8);
    }
}

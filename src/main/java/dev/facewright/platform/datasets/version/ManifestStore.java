package dev.facewright.platform.datasets.version;

import dev.facewright.platform.datasets.DatasetProblem.ManifestDamaged;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.kernel.WorkFolder;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.PlannedObjects;
import dev.facewright.platform.storage.StorageProblem.ObjectDamaged;
import dev.facewright.platform.storage.StorageProblem.ObjectNotFound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Keeps manifests in the object store; their hashes in the database say whether they are what was
/// sealed.
@Component
public class ManifestStore {
    /// @param hash  SHA-256 of the bytes
    record Kept(ObjectKey key, String hash) {}

    private static final String AREA = "manifests";

    private final ObjectStore store;
    private final PlannedObjects planned;
    private final WorkFolder folder;
    private final JsonMapper json = JsonMapper.builder().build();

    ManifestStore(ObjectStore store, PlannedObjects planned, WorkFolder folder) {
        this.store = store;
        this.planned = planned;
        this.folder = folder;
    }

    /// The caller closes it.
    ManifestDraft begin(Manifest.Head head) {
        try {
            return new ManifestDraft(json, head, folder.newFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Belongs to the caller's transaction: of a version that does not come to be nothing is left, for a manifest holds
    /// hashes of pictures.
    Kept put(ManifestDraft draft) {
        String hash = draft.finish();
        ObjectKey key = ObjectKey.of(ObjectOwner.dataset(draft.dataset().value()), AREA, hash);
        planned.put(key, () -> store.put(key, draft.file(), "application/json"));
        return new Kept(key, hash);
    }

    /// What the keys of a dataset's manifests begin with.
    static String prefix(UUID dataset) {
        return ObjectOwner.dataset(dataset).prefix() + AREA + "/";
    }

    /// The bytes as stored, looked at whole before the first is handed out. They wait in a file that goes when the
    /// caller closes the stream.
    ///
    /// @throws ManifestDamaged if it is not there or not what was sealed
    InputStream open(DatasetVersionId version, Kept kept) {
        try {
            Path file = folder.newFile();
            try {
                store.get(kept.key(), kept.hash(), file);
                return new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (IOException | RuntimeException failed) {
                Files.deleteIfExists(file);
                throw failed;
            }
        } catch (ObjectNotFound | ObjectDamaged useless) {
            throw new ManifestDamaged(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives the images of a manifest out, in their order.
    ///
    /// @throws ManifestDamaged if it is not there or not what was sealed
    void images(DatasetVersionId version, Kept kept, Consumer<Manifest.Image> images) {
        try (JsonParser parser = json.createParser(open(version, kept))) {
            while (!Manifest.IMAGES.equals(parser.nextName())) {
                if (parser.currentToken() == null) {
                    throw new ManifestDamaged(version);
                }
            }
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                images.accept(parser.readValueAs(Manifest.Image.class));
            }
        } catch (JacksonException unreadable) {
            throw new ManifestDamaged(version);
        }
    }
}

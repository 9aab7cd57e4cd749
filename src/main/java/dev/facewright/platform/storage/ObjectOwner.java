package dev.facewright.platform.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Whom an object is kept for, and with whom it goes. Its key begins with this, so that listing a prefix finds
/// all objects of one owner, and deleting what one owner has never takes what another has.
///
/// @param id  of the owner's row, known before the first object is put
public record ObjectOwner(Kind kind, UUID id) {
    public enum Kind {
        SUBJECT,
        DATASET,
        UPLOAD,
        RUN,
        MODEL,
        BENCHMARK,
        EVALUATION,
        EXPORT,
        /// A key that signs: it has a data key and no objects.
        SIGNING,
        /// An erasure under way, with what is looked for afterwards: a data key and no objects.
        ERASURE,
        /// Hashes of evidence that was erased in one year: a data key and no objects.
        EVIDENCE;

        private static final String HASH = "[0-9a-f]{2}/[0-9a-f]{62}";
        private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

        /// Whose the keys were that had no owner in them.
        private static final Map<Pattern, Kind> EARLIER = Map.of(
                Pattern.compile("(images|evidence)/" + HASH), SUBJECT,
                Pattern.compile("manifests/" + HASH), DATASET,
                Pattern.compile("models/" + HASH), MODEL,
                Pattern.compile("bundles/" + HASH), EXPORT,
                Pattern.compile("checkpoints/" + ID + "/" + HASH), RUN,
                Pattern.compile("uploads/" + ID), UPLOAD);

        static Optional<Kind> ofEarlier(String key) {
            return EARLIER.entrySet().stream()
                    .filter(each -> each.getKey().matcher(key).matches())
                    .map(Map.Entry::getValue)
                    .findFirst();
        }

        /// What data keys of such owners are for: `subject`.
        String purpose() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What keys of such owners begin with: `subjects`.
        String folder() {
            return name().toLowerCase(Locale.ROOT) + "s";
        }
    }

    public static ObjectOwner evidence(UUID id) {
        return new ObjectOwner(Kind.EVIDENCE, id);
    }

    public static ObjectOwner erasure(UUID id) {
        return new ObjectOwner(Kind.ERASURE, id);
    }

    public static ObjectOwner subject(UUID id) {
        return new ObjectOwner(Kind.SUBJECT, id);
    }

    public static ObjectOwner dataset(UUID id) {
        return new ObjectOwner(Kind.DATASET, id);
    }

    public static ObjectOwner upload(UUID id) {
        return new ObjectOwner(Kind.UPLOAD, id);
    }

    public static ObjectOwner run(UUID id) {
        return new ObjectOwner(Kind.RUN, id);
    }

    public static ObjectOwner model(UUID id) {
        return new ObjectOwner(Kind.MODEL, id);
    }

    public static ObjectOwner benchmark(UUID id) {
        return new ObjectOwner(Kind.BENCHMARK, id);
    }

    public static ObjectOwner evaluation(UUID id) {
        return new ObjectOwner(Kind.EVALUATION, id);
    }

    public static ObjectOwner export(UUID id) {
        return new ObjectOwner(Kind.EXPORT, id);
    }

    /// What all its keys begin with: `subjects/<id>/`.
    public String prefix() {
        return kind.folder() + "/" + id + "/";
    }

    static Optional<ObjectOwner> of(String folder, String id) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.folder().equals(folder))
                .findFirst()
                .flatMap(kind -> uuid(id).map(found -> new ObjectOwner(kind, found)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException noUuid) {
            return Optional.empty();
        }
    }
}

package dev.facewright.platform.erasure;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a hold is on, or what somebody means to destroy.
///
/// @param id  null for everything
public record HoldObject(Kind kind, @Nullable UUID id) {
    public enum Kind {
        SUBJECT,
        DATASET,
        MODEL_VERSION,
        EVERYTHING
    }

    public HoldObject {
        if ((id == null) != (kind == Kind.EVERYTHING)) {
            throw new IllegalArgumentException("Everything has no id, and all else has one");
        }
    }

    public static HoldObject subject(UUID id) {
        return new HoldObject(Kind.SUBJECT, id);
    }

    public static HoldObject dataset(UUID id) {
        return new HoldObject(Kind.DATASET, id);
    }

    public static HoldObject modelVersion(UUID id) {
        return new HoldObject(Kind.MODEL_VERSION, id);
    }

    public static HoldObject everything() {
        return new HoldObject(Kind.EVERYTHING, null);
    }
}

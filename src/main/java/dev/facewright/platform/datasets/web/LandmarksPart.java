package dev.facewright.platform.datasets.web;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.kernel.ProblemKind;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads landmarks sent beside an image.
@Component
class LandmarksPart {
    private final JsonMapper json;

    LandmarksPart(JsonMapper json) {
        this.json = json;
    }

    /// @param text  a JSON array of ten numbers
    /// @throws LandmarksUnreadable if it is not
    Landmarks5 parse(String text) {
        try {
            float[] xy = json.readValue(text, float[].class);
            if (xy != null) {
                return new Landmarks5(xy);
            }
        } catch (JacksonException | IllegalArgumentException notTenNumbers) {
            // refused below
        }
        throw new LandmarksUnreadable();
    }

    /// Landmarks beside an image are not a JSON array of ten numbers.
    static final class LandmarksUnreadable extends DomainException {
        LandmarksUnreadable() {
            super(ProblemKind.INVALID, "landmarks-unreadable");
        }
    }
}

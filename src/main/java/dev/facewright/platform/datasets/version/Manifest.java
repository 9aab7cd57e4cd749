package dev.facewright.platform.datasets.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Split;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a sealed version is made of: a JSON object with the fields of its head and `images`, by subject, then image
/// id. Its bytes as stored are hashed; the order of fields and images is part of them.
final class Manifest {
    static final String FORMAT = "facewright-manifest-1";
    static final String IMAGES = "images";

    private Manifest() {}

    /// @param format  `facewright-manifest-1`
    @JsonPropertyOrder({"format", "dataset", "number", "purpose", "validationFraction", "seed"})
    record Head(String format, DatasetId dataset, int number, Purpose purpose, double validationFraction, long seed) {}

    /// @param contentSha256  of the stored picture before encryption
    /// @param cropSha256  of the crop's PNG before encryption
    /// @param others  everyone else on the picture, painted over; left out if nobody is
    @JsonPropertyOrder({"image", "subject", "split", "contentSha256", "cropSha256", "others"})
    record Image(
            ImageId image,
            SubjectId subject,
            Split split,
            String contentSha256,
            String cropSha256,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<SubjectId> others) {
        /// Everyone on it, whose image it is first.
        List<SubjectId> people() {
            return others == null
                    ? List.of(subject)
                    : Stream.concat(Stream.of(subject), others.stream()).toList();
        }
    }
}

package dev.facewright.platform.datasets.version;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.facewright.platform.consent.ConsentId;
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
    /// The first one did not name consents.
    static final String FORMAT = "facewright-manifest-2";
    static final String IMAGES = "images";

    private Manifest() {}

    /// @param format  `facewright-manifest-2`, or `-1` as it was before consents were named
    @JsonPropertyOrder({"format", "dataset", "number", "purpose", "validationFraction", "seed"})
    record Head(String format, DatasetId dataset, int number, Purpose purpose, double validationFraction, long seed) {}

    /// @param contentSha256  of the stored picture before encryption
    /// @param cropSha256  of the crop's PNG before encryption
    /// @param others  everyone else on the picture, painted over; left out if nobody is
    /// @param consents  that the version rests on, of everyone on it as `people` has them; none in the first format
    @JsonPropertyOrder({"image", "subject", "split", "contentSha256", "cropSha256", "others", "consents"})
    record Image(
            ImageId image,
            SubjectId subject,
            Split split,
            String contentSha256,
            String cropSha256,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<SubjectId> others,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<ConsentId> consents) {
        /// Everyone on it, whose image it is first.
        List<SubjectId> people() {
            return others == null
                    ? List.of(subject)
                    : Stream.concat(Stream.of(subject), others.stream()).toList();
        }
    }
}

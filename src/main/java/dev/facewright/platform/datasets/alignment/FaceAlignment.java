package dev.facewright.platform.datasets.alignment;

import dev.facewright.ml.detect.DetectedFace;
import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.detect.Faces;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.ImageView.Alignment;
import dev.facewright.platform.datasets.RefusalReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the 112x112 crop that networks read: from landmarks if there are any, else with the configured
/// detector. Safe for use by several threads.
@Component
public class FaceAlignment {
    private final ConfiguredDetector configured;

    FaceAlignment(ConfiguredDetector configured) {
        this.configured = configured;
    }

    /// An image that is exactly 112x112 and comes without landmarks counts as aligned already.
    ///
    /// @param landmarks  in pixels of the upright image
    /// @throws AlignmentRefused if there is no face, no detector or the landmarks make no sense
    public RgbImage align(RgbImage image, @Nullable Landmarks5 landmarks) {
        return crop(image, landmarks, false).image();
    }

    /// What finds the faces: the detector file's name and the start of its SHA-256; `none` without one.
    public String detectorName() {
        return configured.name();
    }

    /// Looks once for everything that could be a face, to count, to crop or both.
    public Seen look(RgbImage image) {
        return new Seen(configured.look(image).orElse(null));
    }

    /// Everyone on the picture, as far as the detector can tell; empty if there is none to tell.
    public Optional<Faces> counted(Seen seen) {
        AlignmentSettings settings = configured.settings();
        return Optional.ofNullable(seen.faces())
                .map(Faces::new)
                .map(faces -> faces.counted(settings.countedScore(), settings.countedSide()));
    }

    /// The crop of a face that was found.
    public Crop crop(RgbImage image, DetectedFace face) {
        return new Crop(warp(image, face.landmarks(), RefusalReason.NO_FACE), Alignment.DETECTED, configured.name());
    }

    /// @param alwaysDetect  look for a face even in an image that has the size of a crop
    public Crop crop(RgbImage image, @Nullable Landmarks5 landmarks, boolean alwaysDetect) {
        return crop(image, landmarks, alwaysDetect, () -> look(image));
    }

    /// @param seen  asked only if it takes a detector
    public Crop crop(RgbImage image, @Nullable Landmarks5 landmarks, boolean alwaysDetect, Supplier<Seen> seen) {
        if (landmarks != null) {
            return new Crop(byLandmarks(image, landmarks), Alignment.LANDMARKS, null);
        }
        if (!alwaysDetect && image.width() == FaceAligner.SIDE && image.height() == FaceAligner.SIDE) {
            return new Crop(image, Alignment.AS_GIVEN, null);
        }
        return crop(image, pick(image, seen.get()));
    }

    private DetectedFace pick(RgbImage image, Seen seen) {
        List<DetectedFace> found = seen.faces();
        if (found == null) {
            throw new AlignmentRefused(RefusalReason.NO_DETECTOR);
        }
        float least = configured.settings().minimumScore();
        List<DetectedFace> sure =
                found.stream().filter(face -> face.score() >= least).toList();
        return FaceDetector.pick(sure, image.width(), image.height())
                .orElseThrow(() -> new AlignmentRefused(RefusalReason.NO_FACE));
    }

    private static RgbImage byLandmarks(RgbImage image, Landmarks5 landmarks) {
        float[] xy = landmarks.xy();
        for (int i = 0; i < xy.length; i += 2) {
            boolean inside = xy[i] >= 0 && xy[i] < image.width() && xy[i + 1] >= 0 && xy[i + 1] < image.height();
            if (!inside) {
                throw new AlignmentRefused(RefusalReason.BAD_LANDMARKS);
            }
        }
        return warp(image, landmarks, RefusalReason.BAD_LANDMARKS);
    }

    private static RgbImage warp(RgbImage image, Landmarks5 landmarks, RefusalReason otherwise) {
        try {
            return FaceAligner.align(image, landmarks);
        } catch (IllegalArgumentException allInOnePlace) {
            throw new AlignmentRefused(otherwise);
        }
    }

    /// @param faces  all that could be one, most confident first; null if there is no detector
    public record Seen(@Nullable List<DetectedFace> faces) {}

    /// @param detectedBy  what found the face, if one was looked for
    public record Crop(
            RgbImage image, Alignment alignment, @Nullable String detectedBy) {}
}

package dev.facewright.platform.datasets.alignment;

import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.ImageView.Alignment;
import dev.facewright.platform.datasets.RefusalReason;
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

    /// @param alwaysDetect  look for a face even in an image that has the size of a crop
    public Crop crop(RgbImage image, @Nullable Landmarks5 landmarks, boolean alwaysDetect) {
        if (landmarks != null) {
            return new Crop(byLandmarks(image, landmarks), Alignment.LANDMARKS, null);
        }
        if (!alwaysDetect && image.width() == FaceAligner.SIDE && image.height() == FaceAligner.SIDE) {
            return new Crop(image, Alignment.AS_GIVEN, null);
        }
        FaceDetector detector =
                configured.detector().orElseThrow(() -> new AlignmentRefused(RefusalReason.NO_DETECTOR));
        var face = FaceDetector.pick(detector.detect(image), image.width(), image.height())
                .orElseThrow(() -> new AlignmentRefused(RefusalReason.NO_FACE));
        return new Crop(warp(image, face.landmarks(), RefusalReason.NO_FACE), Alignment.DETECTED, configured.name());
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

    /// @param detectedBy  what found the face, if one was looked for
    public record Crop(
            RgbImage image, Alignment alignment, @Nullable String detectedBy) {}
}

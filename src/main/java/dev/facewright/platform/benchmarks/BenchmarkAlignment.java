package dev.facewright.platform.benchmarks;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import dev.facewright.ml.image.ImageRefused;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkImageUnreadable;
import dev.facewright.platform.datasets.DatasetProblem.AlignmentRefused;
import dev.facewright.platform.datasets.RefusalReason;
import dev.facewright.platform.datasets.alignment.FaceAlignment;
import org.springframework.stereotype.Component;

/// Aligns one image of a benchmark, so that every pair can be scored: the central face where none is found.
@Component
class BenchmarkAlignment {
    private final FaceAlignment faces;

    BenchmarkAlignment(FaceAlignment faces) {
        this.faces = faces;
    }

    /// How a crop came about.
    enum Means {
        /// The image was a crop already.
        AS_GIVEN,
        DETECTED,
        /// By `CentralFace`, since no face was found.
        CENTRAL
    }

    /// @param crop  uint8 `[112, 112, 3]`
    record Aligned(byte[] crop, Means means) {}

    /// @param pair  the first pair that names the image, from 1
    /// @throws BenchmarkImageUnreadable if the bytes are no image
    /// @throws AlignmentRefused if there is no detector and the image is not aligned already
    Aligned align(byte[] content, int pair) {
        RgbImage image = decode(content, pair);
        try {
            RgbImage crop = faces.align(image, null);
            return new Aligned(crop.pixels(), crop.equals(image) ? Means.AS_GIVEN : Means.DETECTED);
        } catch (AlignmentRefused refused) {
            if (refused.reason() != RefusalReason.NO_FACE) {
                throw refused;
            }
            return new Aligned(FaceAligner.align(image, CentralFace.of(image)).pixels(), Means.CENTRAL);
        }
    }

    String detectorName() {
        return faces.detectorName();
    }

    private static RgbImage decode(byte[] content, int pair) {
        try {
            return ImageDecoder.decode(content, ImageLimits.DEFAULT).image();
        } catch (ImageRefused refused) {
            throw new BenchmarkImageUnreadable(pair, refused.reason().name());
        }
    }
}

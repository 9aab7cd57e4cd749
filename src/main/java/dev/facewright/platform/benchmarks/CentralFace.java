package dev.facewright.platform.benchmarks;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;

/// Where a face is taken to be when none is found: in the middle, as large as in the deep-funneled images of
/// LFW.
///
/// The points are the means that YuNet gives over every ninth of those images (250x250), so that an image in
/// which nothing is found is cut as its neighbours are. Every pair can be scored that way; how many images it
/// concerned is reported.
final class CentralFace {
    private static final float LFW_SIDE = 250;
    private static final Landmarks5 IN_LFW =
            Landmarks5.of(103.8f, 112.9f, 146.7f, 112.3f, 125.6f, 137.7f, 107.4f, 157.8f, 144.8f, 157.3f);

    private CentralFace() {}

    /// @return the points in the given image's pixels, scaled by its shorter side about its centre
    static Landmarks5 of(RgbImage image) {
        float side = Math.min(image.width(), image.height());
        float scale = side / LFW_SIDE;
        return IN_LFW.transformed(scale, (image.width() - side) / 2f, (image.height() - side) / 2f);
    }
}

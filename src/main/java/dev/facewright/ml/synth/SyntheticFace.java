package dev.facewright.ml.synth;

import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.image.RgbImage;

/// A picture of a person who does not exist, and where its features are.
///
/// @param landmarks68  136 values, x before y, in the order of iBUG's 300-W (Sagonas et al., 2013): jaw 0-16,
///     brows 17-26, nose 27-35, eyes 36-47, lips 48-67, image left to image right. Points that the head hides
///     are where they would be
/// @param landmarks5  eye centres, nose tip and mouth corners, as detectors give them
public record SyntheticFace(RgbImage image, float[] landmarks68, Landmarks5 landmarks5) {
    /// The same identity, scene and size give the same bytes on every platform.
    ///
    /// @param size  height and width of the picture in pixels, in [32, 1024]
    public static SyntheticFace render(SyntheticIdentity identity, Scene scene, int size) {
        if (size < 32 || size > 1024) {
            throw new IllegalArgumentException("A face is rendered at 32 to 1024 pixels a side, not " + size);
        }
        return new FaceRenderer(identity, scene, size).render();
    }
}

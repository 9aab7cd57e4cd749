package dev.facewright.ml.synth;

/// Renders people who do not exist. The same identity, scene and size give the same bytes on every platform.
public final class SyntheticFaces {
    private SyntheticFaces() {}

    /// @param size  height and width of the picture in pixels, in [32, 1024]
    public static SyntheticFace render(SyntheticIdentity identity, Scene scene, int size) {
        if (size < 32 || size > 1024) {
            throw new IllegalArgumentException("A face is rendered at 32 to 1024 pixels a side, not " + size);
        }
        return new FaceRenderer(identity, scene, size).render();
    }
}

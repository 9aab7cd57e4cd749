package dev.facewright.ml.detect;

import dev.facewright.ml.image.Landmarks5;

/// One face in an image, in that image's pixels. The box may reach beyond the image.
///
/// @param x  left edge
/// @param y  top edge
/// @param score  the detector's confidence, in [0, 1]
public record DetectedFace(float x, float y, float width, float height, float score, Landmarks5 landmarks) {
    public float area() {
        return width * height;
    }

    /// Intersection over union, in [0, 1].
    float overlap(DetectedFace other) {
        float across = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        float down = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        float shared = across * down;
        return shared / (area() + other.area() - shared);
    }
}

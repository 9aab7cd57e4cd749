package dev.facewright.ml.augment;

import dev.facewright.ml.image.Landmarks5;
import java.util.List;
import java.util.random.RandomGenerator;

/// What someone may wear on the face, drawn at the landmarks.
///
/// Comes before whatever moves pixels: in an aligned crop the landmarks are those of the template.
sealed interface Worn extends AugmentationStep permits FaceMask, Sunglasses {
    void draw(byte[] crop, FaceFrame face, RandomGenerator random);

    @Override
    default List<FieldProblem> problems() {
        return new Ranges().probability(probability()).problems();
    }

    @Override
    default void apply(byte[] crop, byte[] scratch, RandomGenerator random) {
        draw(crop, FaceFrame.ALIGNED, random);
    }

    /// @param landmarks  in pixels of the crop
    default void apply(byte[] crop, Landmarks5 landmarks, RandomGenerator random) {
        draw(crop, FaceFrame.of(landmarks), random);
    }
}

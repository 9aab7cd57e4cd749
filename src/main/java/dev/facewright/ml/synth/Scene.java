package dev.facewright.ml.synth;

import java.util.SplittableRandom;

/// Everything about one picture that is not the person.
///
/// @param occlusion  what covers parts of the face
/// @param camera  how the head stands in the picture
/// @param backdrop  seed of background and clothes
/// @param noise  standard deviation of the sensor's noise, in grey levels of 255
public record Scene(
        Pose pose,
        Light light,
        Expression expression,
        Occlusion occlusion,
        Camera camera,
        long backdrop,
        double noise) {
    /// Turns of the head. Yaw above 0 turns it to image right, pitch above 0 up, roll above 0 clockwise.
    public record Pose(double yawDegrees, double pitchDegrees, double rollDegrees) {
        public static final Pose FRONTAL = new Pose(0, 0, 0);
    }

    /// One lamp and the light of the surroundings.
    ///
    /// @param azimuthDegrees  0 from the camera, above 0 from image right
    /// @param elevationDegrees  above 0 from above
    /// @param intensity  of the lamp, about 0.8
    /// @param ambient  of the surroundings, about 0.3
    /// @param warmth  -1 blue to 1 yellow
    public record Light(
            double azimuthDegrees, double elevationDegrees, double intensity, double ambient, double warmth) {
        public static final Light STUDIO = new Light(-25, 30, 0.8, 0.32, 0);
    }

    /// What the face does.
    ///
    /// @param smile  -1 corners down to 1 broad smile
    /// @param mouthOpen  0 closed to 1 wide open
    /// @param browRaise  -1 frown to 1 raised
    /// @param eyesClosed  0 open to 1 shut
    /// @param gazeX  -1 image left to 1 image right
    /// @param gazeY  -1 down to 1 up
    public record Expression(
            double smile, double mouthOpen, double browRaise, double eyesClosed, double gazeX, double gazeY) {
        public static final Expression NEUTRAL = new Expression(0, 0, 0, 0, 0, 0);
    }

    /// What covers parts of the face.
    ///
    /// @param headwear  a knitted cap over the hair
    public record Occlusion(Glasses glasses, boolean mask, boolean headwear) {
        public static final Occlusion NONE = new Occlusion(Glasses.NONE, false, false);
    }

    public enum Glasses {
        NONE,
        ROUND,
        SQUARE,
        DARK
    }

    /// @param scale  half the head's height as a share of the picture's side, about 0.33
    /// @param offsetX  of the head's middle from the picture's, as a share of the side
    /// @param offsetY  likewise, above 0 down
    public record Camera(double scale, double offsetX, double offsetY) {
        public static final Camera CENTRED = new Camera(0.335, 0, 0);
    }

    /// From the front, in even light, nothing covered, without noise.
    public static Scene frontal(long backdrop) {
        return new Scene(Pose.FRONTAL, Light.STUDIO, Expression.NEUTRAL, Occlusion.NONE, Camera.CENTRED, backdrop, 0);
    }

    /// An everyday picture: mostly near frontal, sometimes with glasses, seldom with a mask or a cap.
    public static Scene random(long seed) {
        return RandomScene.draw(new SplittableRandom(seed));
    }

    public Scene withPose(Pose other) {
        return new Scene(other, light, expression, occlusion, camera, backdrop, noise);
    }

    public Scene withLight(Light other) {
        return new Scene(pose, other, expression, occlusion, camera, backdrop, noise);
    }

    public Scene withExpression(Expression other) {
        return new Scene(pose, light, other, occlusion, camera, backdrop, noise);
    }

    public Scene withOcclusion(Occlusion other) {
        return new Scene(pose, light, expression, other, camera, backdrop, noise);
    }

    public Scene withNoise(double other) {
        return new Scene(pose, light, expression, occlusion, camera, backdrop, other);
    }
}

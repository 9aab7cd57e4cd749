package dev.facewright.ml.synth;

import static dev.facewright.ml.synth.Promise.exactly;
import static dev.facewright.ml.synth.Promise.more;

import dev.facewright.ml.synth.Scene.Glasses;
import java.util.List;

/// What the parameters of a picture promise, mostly in its pixels. `ViewTest` has the amounts of pose and camera.
final class ScenePromises {
    private static final Vector LAMP = new Vector(0, 0, 1);

    static final List<Promise> POSE = List.of(
            more("scene.pose.yawDegrees", -20.0, 20.0, 10, at -> {
                Portrait portrait = at.portrait();
                return portrait.x(30) - (portrait.x(36) + portrait.x(45)) / 2;
            }),
            more("scene.pose.pitchDegrees", -15.0, 15.0, 8, at -> {
                Portrait portrait = at.portrait();
                return (portrait.y(36) + portrait.y(45)) / 2 - portrait.y(30);
            }),
            new Promise("scene.pose.rollDegrees", -10.0, 15.0, 24.99, 25.01, at -> {
                Portrait portrait = at.portrait();
                double down = portrait.y(45) - portrait.y(36);
                return Math.toDegrees(StrictMath.atan2(down, portrait.x(45) - portrait.x(36)));
            }));

    static final List<Promise> CAMERA = List.of(
            new Promise("scene.camera.scale", 0.2, 0.3, 0.4999, 0.5001, at -> {
                double wide = at.with("scene.camera.scale", 0.2).portrait().x(45) - 80;
                return (at.portrait().x(45) - 80) / wide;
            }),
            new Promise(
                    "scene.camera.offsetX",
                    -0.05,
                    0.1,
                    0.1499,
                    0.1501,
                    at -> at.portrait().x(30) / Sitting.SIZE),
            new Promise(
                    "scene.camera.offsetY",
                    -0.05,
                    0.1,
                    0.1499,
                    0.1501,
                    at -> at.portrait().y(30) / Sitting.SIZE));

    static final List<Promise> LIGHT = List.of(
            more(
                    "scene.light.azimuthDegrees",
                    -60.0,
                    60.0,
                    60,
                    at -> at.portrait().cheek(false) - at.portrait().cheek(true)),
            more("scene.light.elevationDegrees", -40.0, 60.0, 60, at -> {
                Portrait portrait = at.portrait();
                return portrait.grey(80, portrait.y(19) - 8) - portrait.grey(80, portrait.y(8) - 3);
            }),
            more("scene.light.intensity", 0.4, 0.9, 30, at -> at.portrait().cheek(true)),
            more("scene.light.ambient", 0.1, 0.45, 30, at -> at.portrait().cheek(false)),
            more("scene.light.warmth", -1.0, 1.0, 20, at -> {
                Portrait portrait = at.portrait();
                double x = portrait.cheekX(true);
                return portrait.channel(x, portrait.y(33), 0) - portrait.channel(x, portrait.y(33), 2);
            }));

    static final List<Promise> EXPRESSION = List.of(
            exactly(
                    "scene.expression.smile",
                    -1.0,
                    1.0,
                    0.11,
                    at -> at.point(54).y() - at.point(62).y()),
            exactly(
                    "scene.expression.mouthOpen",
                    0.0,
                    1.0,
                    0.13,
                    at -> at.point(62).y() - at.point(66).y()),
            exactly(
                    "scene.expression.browRaise",
                    -1.0,
                    1.0,
                    0.07,
                    at -> at.point(24).y()),
            // from the opening and 0.55 of it below to a line, a fifth of the opening, that the lashes cover
            exactly(
                    "scene.expression.eyesClosed",
                    0.0,
                    1.0,
                    -1.35 * 0.074,
                    at -> at.layout().upperLid(0) - at.layout().lowerLid(0)),
            new Promise("scene.expression.gazeX", -1.0, 1.0, 0.08, 0.10, at -> pupil(at, true)),
            new Promise("scene.expression.gazeY", -1.0, 1.0, 0.05, 0.07, at -> pupil(at, false)));

    static final List<Promise> WORN = List.of(
            more("scene.occlusion.glasses", Glasses.NONE, Glasses.DARK, 30, at -> {
                Portrait portrait = at.portrait();
                return -portrait.grey(portrait.x(41), portrait.y(41) + 4);
            }),
            more("scene.occlusion.mask", false, true, 30, at -> {
                Portrait portrait = at.portrait();
                return portrait.channel(80, portrait.y(57), 2) - portrait.channel(80, portrait.y(57), 0);
            }),
            more(
                    "scene.occlusion.headwear",
                    false,
                    true,
                    15,
                    at -> at.portrait().deviationFrom(Sitting.PLAIN.portrait())));

    static final List<Promise> CAPTURE = List.of(
            more("scene.backdrop", 3L, 4L, 5, at -> at.portrait().deviationFrom(Sitting.PLAIN.portrait())),
            new Promise(
                    "scene.noise", 0.0, 6.0, 5.4, 6.6, at -> at.portrait().deviationFrom(Sitting.PLAIN.portrait())));

    private ScenePromises() {}

    /// Where the middle of the black is in the eye of image right, in head units; the lids are held wide open.
    private static double pupil(Sitting at, boolean across) {
        FaceLayout face = at.with("person.eyes.opening", 0.2).layout();
        EyePaint paint = new EyePaint(face, 0.001, LAMP);
        Spot skin = new Spot(new Colour(1, 1, 1), 0, 1, 0);
        double sum = 0;
        int count = 0;
        for (double dx = -0.1; dx <= 0.1; dx += 0.004) {
            for (double dy = -0.09; dy <= 0.09; dy += 0.004) {
                if (paint.paint(skin, face.eyeX + dx, face.eyeY + dy).albedo().blue() < 0.0015) {
                    sum += across ? dx : dy;
                    count++;
                }
            }
        }
        return sum / count;
    }
}

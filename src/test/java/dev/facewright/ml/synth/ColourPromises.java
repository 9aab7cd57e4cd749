package dev.facewright.ml.synth;

import static dev.facewright.ml.synth.Promise.more;

import dev.facewright.ml.synth.SyntheticIdentity.Hair;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// What colours, skin and hair of a person promise: of the paint before light falls on it, and of the hair's mesh.
final class ColourPromises {
    private static final Colour RED = Colour.coded(0xb04030);
    private static final Colour BLUE = Colour.coded(0x3050b0);
    private static final Vector LAMP = new Vector(0, 0, 1);
    private static final double SOFT = 0.006;
    private static final double STEP = 0.01;

    static final List<Promise> PAINTED = List.of(
            more("person.eyes.iris", BLUE, RED, 0.3, at -> redness(eye(at, 0.045, 0.014))),
            more("person.brows.density", 0.35, 1.0, 0.01, at -> -luminance(eye(at, 0.02, browHeight(at)))),
            more(
                    "person.mouth.lips",
                    BLUE,
                    RED,
                    0.3,
                    at -> redness(mouth(at, 0, at.layout().lowerLip(0) + 0.03))),
            more("person.complexion.skin", BLUE, RED, 0.3, at -> redness(skin(at, 0.3, 0))),
            more("person.complexion.blush", 0.0, 1.0, 0.02, at -> redness(skin(at, 0.38, at.layout().eyeY - 0.30))),
            more("person.complexion.freckles", 0.0, 1.0, 0.1, at -> darkShare(at, 0.3, -0.3, -0.1)),
            more("person.complexion.moles", 0, 3, 6e-4, at -> darkShare(at, 0.5, -0.8, 0.42)),
            more("person.complexion.folds", 0.0, 1.0, 0.01, at -> -luminance(skin(at, 0.22, -0.44))));

    /// A seed has no direction: another one is another skin, the same one the same.
    static final List<Promise> SCATTERED = List.of(new Promise(
            "person.complexion.pattern", 7L, 8L, 1, 1, at -> differs(at, with -> luminance(skin(with, 0.3, 0)))));

    static final List<Promise> HAIR = List.of(
            more("person.hair.colour", BLUE, RED, 60, at -> {
                Portrait portrait = at.portrait();
                double top = 0.5 * Sitting.SIZE - 0.85 * at.scene().camera().scale() * Sitting.SIZE;
                return portrait.channel(80, top, 0) - portrait.channel(80, top, 2);
            }),
            new Promise("person.hair.hairline", 0.5, 0.65, 0.12, 0.18, at -> edge(at, 0)),
            new Promise("person.hair.temples", 0.0, 0.2, 0.16, 0.24, at -> edge(at, 50)),
            more(
                    "person.hair.volume",
                    0.05,
                    0.13,
                    0.06,
                    at -> hair(at).mapToDouble(Vector::y).max().orElseThrow()),
            more("person.hair.parting", -0.8, 0.8, 40, at -> partedAt(at.with("person.hair.style", Hair.Style.SHORT))),
            more(
                    "person.hair.beard",
                    0.0,
                    1.0,
                    0.05,
                    at -> -luminance(skin(at, 0, at.layout().profile.chin() + 0.1))),
            more("person.hair.moustache", 0.0, 1.0, 0.05, at -> -luminance(skin(at, 0.1, moustacheHeight(at)))));

    private ColourPromises() {}

    private static Spot skin(Sitting at, double x, double y) {
        return new SkinPaint(at.layout(), SOFT).at(x, y);
    }

    /// Beside the middle of the eye.
    private static Spot eye(Sitting at, double dx, double dy) {
        FaceLayout face = at.layout();
        return new EyePaint(face, SOFT, LAMP).paint(skin(at, 0, 0), face.eyeX + dx, face.eyeY + dy);
    }

    private static Spot mouth(Sitting at, double x, double y) {
        return new MouthPaint(at.layout(), SOFT).paint(skin(at, 0, 0), x, y);
    }

    private static double browHeight(Sitting at) {
        return at.layout().browMiddle(0) - at.layout().eyeY;
    }

    private static double moustacheHeight(Sitting at) {
        return (at.layout().noseBaseY + at.layout().upperLip(0.4)) / 2 - 0.01;
    }

    private static double redness(Spot spot) {
        Colour albedo = spot.albedo();
        return albedo.red() / (albedo.red() + albedo.green() + albedo.blue());
    }

    private static double luminance(Spot spot) {
        return (spot.albedo().red() + spot.albedo().green() + spot.albedo().blue()) / 3;
    }

    /// How much of a field of the skin is darker than the same field of a plain one.
    private static double darkShare(Sitting at, double reach, double bottom, double top) {
        Sitting plain = at.with("person.complexion.freckles", 0.0).with("person.complexion.moles", 0);
        int dark = 0;
        int all = 0;
        for (double x = -reach; x < reach; x += STEP) {
            for (double y = bottom; y < top; y += STEP) {
                dark += luminance(skin(at, x, y)) < 0.95 * luminance(skin(plain, x, y)) ? 1 : 0;
                all++;
            }
        }
        return (double) dark / all;
    }

    private static double differs(Sitting at, ToDoubleFunction<Sitting> measure) {
        return measure.applyAsDouble(at) == measure.applyAsDouble(Sitting.PLAIN) ? 0 : 1;
    }

    private static Stream<Vector> hair(Sitting at) {
        return new HairMeshes(at.layout()).meshes(false).stream().flatMap(mesh -> Arrays.stream(mesh.points()));
    }

    /// Height at which the hair begins, where its edge is so far from the middle of the forehead towards image right.
    private static double edge(Sitting at, double degrees) {
        Mesh cap = new HairMeshes(at.layout()).meshes(false).getFirst();
        int column = (int) Math.round((degrees / 180 + 1) / 2 * (cap.columns() - 1));
        return cap.points()[column].y();
    }

    /// Where over the forehead the hair begins highest, in degrees.
    private static double partedAt(Sitting at) {
        double best = 0;
        for (int degrees = -55; degrees <= 55; degrees += 5) {
            best = edge(at, degrees) > edge(at, best) ? degrees : best;
        }
        return best;
    }
}

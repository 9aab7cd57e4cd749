package dev.facewright.ml.synth;

import static dev.facewright.ml.synth.Promise.about;
import static dev.facewright.ml.synth.Promise.exactly;
import static dev.facewright.ml.synth.Promise.more;

import java.util.Arrays;
import java.util.List;

/// What the shapes of a person promise, in head units. Depths are read from a table of steps of 1/64.
final class ShapePromises {
    static final List<Promise> HEAD = List.of(
            exactly("person.head.cheekWidth", 0.66, 0.76, 0.10, at -> halfWidth(at, -0.1)),
            exactly("person.head.jawWidth", 0.53, 0.63, 0.10, at -> halfWidth(at, -0.56)),
            // between chin and jaw 0.55 of the chin's, there narrowed to sqrt(1 - (0.22 / 0.36)^4) = 0.9277 of it
            about("person.head.chinWidth", 0.25, 0.35, 0.10 * 0.55 * 0.9277, at -> halfWidth(at, -0.84)),
            exactly("person.head.templeWidth", 0.64, 0.72, 0.08, at -> halfWidth(at, 0.3)),
            exactly(
                    "person.head.chinLength",
                    -0.05,
                    0.05,
                    -0.10,
                    at -> at.layout().profile.chin()),
            about(
                    "person.head.chinForward",
                    0.0,
                    0.1,
                    0.10,
                    at -> depth(at, 0, at.layout().profile.chin() + 0.15)),
            more("person.head.browRidge", 0.0, 0.06, 0.05, at -> depth(at, at.layout().browX, at.layout().browY)),
            about("person.head.cheekbone", 0.02, 0.10, 0.08, at -> depth(at, 0.41, at.layout().eyeY - 0.24)),
            about("person.head.fullness", 0.0, 1.0, 0.13, at -> depth(at, 0.40, -0.48)),
            more("person.head.earSize", 0.18, 0.23, 0.09, ShapePromises::earHeight));

    static final List<Promise> EYES = List.of(
            exactly(
                    "person.eyes.spacing",
                    0.27,
                    0.32,
                    0.05,
                    at -> (at.point(42).x() + at.point(45).x()) / 2),
            exactly(
                    "person.eyes.height",
                    0.0,
                    0.06,
                    0.06,
                    at -> (at.point(42).y() + at.point(45).y()) / 2),
            exactly(
                    "person.eyes.halfWidth",
                    0.12,
                    0.15,
                    0.03,
                    at -> (at.point(45).x() - at.point(42).x()) / 2),
            exactly("person.eyes.opening", 0.05, 0.09, 0.04, at -> at.layout().upperLid(0) - at.layout().eyeY),
            exactly(
                    "person.eyes.slant",
                    -0.02,
                    0.04,
                    0.06,
                    at -> (at.point(45).y() - at.point(42).y()) / 2),
            about(
                    "person.eyes.depth",
                    0.02,
                    0.10,
                    -0.08,
                    at -> depth(at, at.layout().eyeX - 0.01, at.layout().eyeY + 0.04)));

    static final List<Promise> BROWS = List.of(
            exactly("person.brows.height", 0.15, 0.20, 0.05, at -> browEnds(at) - at.layout().eyeY),
            exactly(
                    "person.brows.halfLength",
                    0.14,
                    0.20,
                    0.06,
                    at -> (at.point(26).x() - at.point(22).x()) / 2),
            more("person.brows.thickness", 0.02, 0.04, 0.015, at -> at.layout().browThickness(-0.7)),
            exactly("person.brows.arch", 0.01, 0.06, 0.05, at -> at.point(24).y() - browEnds(at)),
            exactly(
                    "person.brows.slant",
                    -0.03,
                    0.05,
                    0.08,
                    at -> (at.point(26).y() - at.point(22).y()) / 2));

    static final List<Promise> NOSE = List.of(
            exactly(
                    "person.nose.length",
                    0.32,
                    0.38,
                    0.06,
                    at -> at.layout().eyeY - at.point(33).y()),
            exactly(
                    "person.nose.halfWidth",
                    0.10,
                    0.18,
                    0.72 * 0.08,
                    at -> at.point(35).x()),
            more("person.nose.projection", 0.18, 0.33, 0.14, at -> depth(at, 0, at.layout().noseTipY)),
            more("person.nose.bridgeWidth", 0.05, 0.09, 0.01, at -> depth(at, 0.08, at.layout().eyeY)),
            more("person.nose.bridgeHeight", 0.04, 0.16, 0.04, at -> depth(at, 0, at.layout().eyeY)),
            more("person.nose.tipSize", 0.07, 0.13, 0.005, at -> depth(at, 0.06, at.layout().noseTipY)),
            exactly(
                    "person.nose.tipLift",
                    -0.04,
                    0.04,
                    0.37 * 0.08,
                    at -> at.point(30).y()));

    static final List<Promise> MOUTH = List.of(
            exactly(
                    "person.mouth.height",
                    -0.64,
                    -0.56,
                    0.08,
                    at -> at.point(62).y()),
            exactly(
                    "person.mouth.halfWidth",
                    0.20,
                    0.28,
                    0.08,
                    at -> at.point(54).x()),
            exactly(
                    "person.mouth.upperLip",
                    0.04,
                    0.08,
                    0.04,
                    at -> at.point(51).y() - at.point(62).y()),
            exactly(
                    "person.mouth.lowerLip",
                    0.05,
                    0.11,
                    0.06,
                    at -> at.point(66).y() - at.point(57).y()),
            exactly("person.mouth.bow", 0.0, 0.02, -0.02, at -> at.point(51).y()),
            exactly(
                    "person.mouth.curve",
                    -0.03,
                    0.03,
                    0.06,
                    at -> at.point(54).y() - at.point(62).y()));

    private ShapePromises() {}

    private static double halfWidth(Sitting at, double y) {
        return at.layout().profile.halfWidth(y);
    }

    private static double depth(Sitting at, double x, double y) {
        return at.surface().depth(x, y);
    }

    private static double browEnds(Sitting at) {
        return (at.point(22).y() + at.point(26).y()) / 2;
    }

    private static double earHeight(Sitting at) {
        double[] heights = Arrays.stream(
                        new HeadMeshes(at.layout(), at.surface()).ear(1).points())
                .mapToDouble(Vector::y)
                .sorted()
                .toArray();
        return heights[heights.length - 1] - heights[0];
    }
}

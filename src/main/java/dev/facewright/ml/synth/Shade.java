package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Scene.Light;

/// Light on a surface: one lamp, the surroundings from above, a little from the camera.
final class Shade {
    private final Vector lamp;
    private final Vector half;
    private final Colour lampColour;
    private final Colour ambientColour;

    Shade(Light light) {
        double azimuth = StrictMath.toRadians(light.azimuthDegrees());
        double elevation = StrictMath.toRadians(light.elevationDegrees());
        double level = StrictMath.cos(elevation);
        this.lamp =
                new Vector(level * StrictMath.sin(azimuth), StrictMath.sin(elevation), level * StrictMath.cos(azimuth));
        this.half = lamp.plus(new Vector(0, 0, 1)).unit();
        double warm = 0.12 * light.warmth();
        this.lampColour = new Colour(1 + warm, 1, 1 - warm * 1.4).times(light.intensity());
        this.ambientColour = new Colour(1 - warm * 0.4, 1, 1 + warm * 0.5).times(light.ambient());
    }

    /// Towards the lamp, in the picture's directions.
    Vector lamp() {
        return lamp;
    }

    /// Matt light with some that passes through flesh, redder where it grazes.
    ///
    /// @param normal  unit length, in the picture's directions
    /// @param lit  share of the lamp that is not blocked
    /// @param open  share of the surroundings that is not blocked
    Colour skin(Colour albedo, Vector normal, double lit, double open, double gloss) {
        double facing = normal.dot(lamp);
        double lamps = Curve.mix(0.12, 1, lit);
        double red = wrapped(facing, 0.36) * Curve.mix(lit, 1, 0.25);
        double green = wrapped(facing, 0.24) * lamps;
        double blue = wrapped(facing, 0.18) * lamps;
        double around = open * (0.72 + 0.28 * normal.y()) + 0.25 * Math.max(0, normal.z()) * open;
        double shine = gloss * power(Math.max(0, normal.dot(half)), 5) * lit;
        return new Colour(
                albedo.red() * (red * lampColour.red() + around * ambientColour.red()) + shine * lampColour.red(),
                albedo.green() * (green * lampColour.green() + around * ambientColour.green())
                        + shine * lampColour.green(),
                albedo.blue() * (blue * lampColour.blue() + around * ambientColour.blue()) + shine * lampColour.blue());
    }

    Colour matt(Colour albedo, Vector normal, double open) {
        double lit = wrapped(normal.dot(lamp), 0.1);
        double around = open * (0.75 + 0.25 * normal.y());
        return new Colour(
                albedo.red() * (lit * lampColour.red() + around * ambientColour.red()),
                albedo.green() * (lit * lampColour.green() + around * ambientColour.green()),
                albedo.blue() * (lit * lampColour.blue() + around * ambientColour.blue()));
    }

    /// Strength of a highlight, in [0, 1].
    ///
    /// @param squarings  how often the cosine is squared: more is sharper
    double highlight(Vector normal, int squarings) {
        return power(Math.max(0, normal.dot(half)), squarings);
    }

    private static double wrapped(double cosine, double wrap) {
        return Math.max(0, (cosine + wrap) / (1 + wrap));
    }

    private static double power(double base, int squarings) {
        double result = base;
        for (int i = 0; i < squarings; i++) {
            result *= result;
        }
        return result;
    }
}

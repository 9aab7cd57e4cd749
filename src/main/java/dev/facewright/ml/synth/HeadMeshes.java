package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Mesh.Material;
import dev.facewright.ml.synth.Mesh.Surface;

/// Head, ears, neck and shoulders.
final class HeadMeshes {
    private static final Vector MIDDLE = new Vector(0, 0, 0);

    private final FaceLayout face;
    private final FaceSurface surface;

    HeadMeshes(FaceLayout face, FaceSurface surface) {
        this.face = face;
        this.surface = surface;
    }

    /// The front half with its features: columns from ear to ear.
    Mesh face() {
        return Mesh.of(Material.FACE, 64, 44, MIDDLE, (row, column) -> {
            double y = height(row);
            double side = 2 * column - 1;
            double q = side * (1.5 - 0.5 * side * side);
            double x = q * face.profile.halfWidth(y);
            double rim = Curve.step(0.82, 1, Math.abs(q));
            return new Vector(x, y, Curve.mix(surface.depth(x, y), face.profile.depth(x, y), rim));
        });
    }

    Mesh skull() {
        return Mesh.of(Material.SKIN, 24, 28, MIDDLE, (row, column) -> {
            double y = height(row);
            double angle = Math.PI * column;
            double x = -face.profile.halfWidth(y) * StrictMath.cos(angle);
            return new Vector(x, y, -face.profile.back(y) * StrictMath.sin(angle));
        });
    }

    /// Rows lie closer at crown and chin, where the outline bends most.
    private double height(double row) {
        double even = 0.5 - 0.5 * StrictMath.cos(Math.PI * row);
        return Curve.mix(face.profile.chin(), face.profile.top(), Curve.mix(row, even, 0.75));
    }

    /// @param side  -1 image left, 1 image right
    Mesh ear(int side) {
        double height = face.person.head().earSize();
        double y = face.eyeY - 0.12;
        Vector middle = new Vector(side * (face.profile.halfWidth(y) + 0.015), y, -0.08);
        return Mesh.of(Material.EAR, 12, 16, middle, (row, column) -> {
            Vector ball = ball(row, column);
            double lobe = 1 - 0.35 * Math.max(0, -ball.y());
            double across = 0.14 * lobe * ball.z();
            double thick = 0.045 * ball.x();
            return middle.plus(new Vector(
                    side * (thick * 0.85 - across * 0.55),
                    height * ball.y() + 0.04 * ball.z() * -1,
                    across * 0.85 + thick * 0.5));
        });
    }

    static Vector ball(double row, double column) {
        double up = Math.PI * (row - 0.5);
        double around = 2 * Math.PI * column;
        double ring = StrictMath.cos(up);
        return new Vector(ring * StrictMath.cos(around), StrictMath.sin(up), ring * StrictMath.sin(around));
    }

    /// From under the jaw out to the shoulders.
    Mesh neck() {
        double[] heights = {-2.6, -1.95, -1.62, -1.42, -1.2, -0.9, -0.4};
        double[] widths = {1.75, 1.6, 1.2, 0.62, 0.41, 0.39, 0.39};
        double[] depths = {0.7, 0.6, 0.5, 0.42, 0.38, 0.37, 0.38};
        double broad = 0.8 + 0.28 * face.person.head().jawWidth() / 0.56 * 0.8;
        Surface neck = (row, column) -> {
            double y = Curve.mix(-2.6, -0.4, row);
            double angle = 2 * Math.PI * column;
            double x = broad * Curve.through(heights, widths, y) * StrictMath.cos(angle);
            return new Vector(x, y, -0.18 + Curve.through(heights, depths, y) * StrictMath.sin(angle));
        };
        return Mesh.of(Material.NECK, 30, 36, new Vector(0, -1.6, -0.18), neck);
    }
}

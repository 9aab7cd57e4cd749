package dev.facewright.ml.synth;

import dev.facewright.ml.synth.Mesh.Material;
import dev.facewright.ml.synth.Scene.Glasses;
import java.util.ArrayList;
import java.util.List;

/// Glasses and masks.
final class WornMeshes {
    private static final double LENS_WIDTH = 0.205;
    private static final double LENS_HEIGHT = 0.15;

    private final FaceLayout face;
    private final FaceSurface surface;

    WornMeshes(FaceLayout face, FaceSurface surface) {
        this.face = face;
        this.surface = surface;
    }

    List<Mesh> glasses(Glasses glasses) {
        List<Mesh> meshes = new ArrayList<>();
        if (glasses == Glasses.NONE) {
            return meshes;
        }
        boolean square = glasses != Glasses.ROUND;
        for (int side = -1; side <= 1; side += 2) {
            int mirrored = side;
            meshes.add(tube(40, t -> lens(mirrored, square, t, 1)));
            meshes.add(tube(12, t -> temple(mirrored, t)));
            if (glasses == Glasses.DARK) {
                meshes.add(Mesh.of(
                        Material.DARK_LENS,
                        6,
                        32,
                        new Vector(0, 0, 0),
                        (row, column) -> lens(mirrored, square, column, row)));
            }
        }
        meshes.add(tube(8, this::bridge));
        return meshes;
    }

    private double plane() {
        return surface.depth(face.eyeX, face.eyeY) + 0.13;
    }

    /// @param around  0 to 1, once round the rim
    /// @param share  0 the middle of the lens, 1 its rim
    private Vector lens(int side, boolean square, double around, double share) {
        double across = StrictMath.cos(2 * Math.PI * around);
        double up = StrictMath.sin(2 * Math.PI * around);
        double corner = square ? 1 / Math.max(Math.abs(across), Math.abs(up)) : 1;
        double reach = share * Math.min(corner, 1.22);
        double x = face.eyeX + 0.015 + LENS_WIDTH * reach * across;
        double y = face.eyeY - 0.015 + (square ? LENS_HEIGHT : LENS_WIDTH * 0.92) * reach * up;
        return new Vector(side * x, y, plane() - 0.35 * Curve.square(Math.max(0, x - 0.2)));
    }

    private Vector bridge(double t) {
        double reach = face.eyeX + 0.015 - LENS_WIDTH;
        double x = Curve.mix(-reach, reach, t);
        double y = face.eyeY + 0.02 + 0.03 * (1 - Curve.square(2 * t - 1));
        return new Vector(x, y, Math.max(plane(), surface.depth(x, y) + 0.02));
    }

    private Vector temple(int side, double t) {
        double hinge = face.eyeX + 0.015 + LENS_WIDTH;
        double end = face.profile.halfWidth(face.eyeY) + 0.045;
        double x = Curve.mix(hinge, end, Curve.step(0, 0.5, t));
        double start = plane() - 0.35 * Curve.square(Math.max(0, hinge - 0.2));
        return new Vector(side * x, face.eyeY + 0.03, Curve.mix(start, -0.12, t));
    }

    @FunctionalInterface
    private interface Line {
        Vector at(double share);
    }

    private static Mesh tube(int pieces, Line line) {
        return Mesh.of(Material.FRAME, pieces + 1, 7, new Vector(0, 0, -1), (row, column) -> {
            Vector middle = line.at(row);
            Vector along = line.at(Math.min(1, row + 0.01))
                    .minus(line.at(Math.max(0, row - 0.01)))
                    .unit();
            Vector across = along.cross(new Vector(0.03, 0.02, 1)).unit();
            Vector over = along.cross(across);
            double angle = 2 * Math.PI * column;
            return middle.plus(across.times(0.021 * StrictMath.cos(angle)))
                    .plus(over.times(0.021 * StrictMath.sin(angle)));
        });
    }

    /// A surgical mask from the bridge of the nose to below the chin.
    List<Mesh> mask() {
        double top = face.eyeY - 0.17;
        double bottom = face.profile.chin() + 0.015;
        return List.of(Mesh.of(Material.MASK, 30, 34, new Vector(0, -0.5, -1), (row, column) -> {
            double side = 2 * column - 1;
            double droop = 0.10 * side * side;
            double y = Curve.mix(bottom, top, row) + (row > 0.5 ? -droop : 0.5 * droop) * Math.abs(2 * row - 1);
            double x = side * face.profile.halfWidth(y) * 0.94;
            double tent = 0.8
                    * face.person.nose().projection()
                    * Curve.bump(Curve.square(x / 0.5) + Curve.square((y - face.noseTipY) / 0.62));
            double bare = face.profile.depth(x, y);
            return new Vector(x, y, Math.max(bare + tent, surface.depth(x, y)) + 0.03);
        }));
    }
}

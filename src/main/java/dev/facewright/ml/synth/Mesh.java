package dev.facewright.ml.synth;

/// A grid of points in head units that bends into one part of the scene.
///
/// @param points  row after row
/// @param normals  one a point, outwards
record Mesh(Material material, int rows, int columns, Vector[] points, Vector[] normals) {
    /// A surface as a function of two shares, both from 0 to 1.
    @FunctionalInterface
    interface Surface {
        Vector at(double row, double column);
    }

    /// @param inside  a point that normals point away from
    static Mesh of(Material material, int rows, int columns, Vector inside, Surface surface) {
        Vector[] points = new Vector[rows * columns];
        for (int i = 0; i < points.length; i++) {
            points[i] = surface.at((i / columns) / (rows - 1.0), (i % columns) / (columns - 1.0));
        }
        Vector[] normals = new Vector[points.length];
        for (int i = 0; i < points.length; i++) {
            normals[i] = normal(points, rows, columns, i / columns, i % columns, inside);
        }
        return new Mesh(material, rows, columns, points, normals);
    }

    private static Vector normal(Vector[] points, int rows, int columns, int row, int column, Vector inside) {
        Vector along = points[row * columns + Math.min(column + 1, columns - 1)].minus(
                points[row * columns + Math.max(column - 1, 0)]);
        Vector down = points[Math.min(row + 1, rows - 1) * columns + column].minus(
                points[Math.max(row - 1, 0) * columns + column]);
        Vector outwards = points[row * columns + column].minus(inside);
        Vector normal = along.cross(down).unit();
        return normal.dot(outwards) < 0 ? normal.times(-1) : normal;
    }

    /// What a part of the picture is made of.
    enum Material {
        FACE,
        SKIN,
        EAR,
        NECK,
        HAIR,
        KNIT,
        FRAME,
        DARK_LENS,
        MASK
    }
}

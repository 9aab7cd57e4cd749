package dev.facewright.ml.synth;

import java.util.Arrays;

/// What is seen at each sample of the picture: the nearest part, the place on it, and its direction.
final class Raster {
    static final int VALUES = 6;

    /// Neighbouring triangles overlap by this share, so that rounding leaves no cracks.
    private static final float EDGE = 1e-4f;

    final int side;
    final byte[] parts;
    /// Place (x, y, z in the part's own directions) and normal (in the picture's) of every sample.
    final float[] values;

    private final float[] depths;

    Raster(int side) {
        this.side = side;
        this.parts = new byte[side * side];
        this.depths = new float[side * side];
        this.values = new float[side * side * VALUES];
        Arrays.fill(parts, (byte) -1);
        Arrays.fill(depths, Float.NEGATIVE_INFINITY);
    }

    void draw(Mesh mesh, View view, double samples) {
        float[][] vertices = new float[mesh.points().length][];
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = vertex(mesh.points()[i], mesh.normals()[i], view, samples);
        }
        byte part = (byte) mesh.material().ordinal();
        for (int row = 0; row + 1 < mesh.rows(); row++) {
            for (int column = 0; column + 1 < mesh.columns(); column++) {
                int place = row * mesh.columns() + column;
                triangle(vertices[place], vertices[place + 1], vertices[place + mesh.columns()], part);
                triangle(
                        vertices[place + 1],
                        vertices[place + mesh.columns() + 1],
                        vertices[place + mesh.columns()],
                        part);
            }
        }
    }

    private static float[] vertex(Vector point, Vector normal, View view, double samples) {
        Vector seen = view.project(point);
        Vector turned = view.direction(normal);
        return new float[] {
            (float) (seen.x() * samples), (float) (seen.y() * samples), (float) seen.z(),
            (float) point.x(), (float) point.y(), (float) point.z(),
            (float) turned.x(), (float) turned.y(), (float) turned.z()
        };
    }

    private void triangle(float[] a, float[] b, float[] c, byte part) {
        float area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
        if (area == 0) {
            return;
        }
        int left = first(Math.min(a[0], Math.min(b[0], c[0])));
        int right = last(Math.max(a[0], Math.max(b[0], c[0])));
        int top = first(Math.min(a[1], Math.min(b[1], c[1])));
        int bottom = last(Math.max(a[1], Math.max(b[1], c[1])));
        float stepB = (c[1] - a[1]) / area;
        float stepC = (a[1] - b[1]) / area;
        for (int y = top; y <= bottom; y++) {
            float down = y + 0.5f - a[1];
            float across = left + 0.5f - a[0];
            float wb = across * stepB - down * (c[0] - a[0]) / area;
            float wc = across * stepC + down * (b[0] - a[0]) / area;
            for (int x = left; x <= right; x++, wb += stepB, wc += stepC) {
                if (wb >= -EDGE && wc >= -EDGE && wb + wc <= 1 + EDGE) {
                    sample(y * side + x, part, a, b, c, 1 - wb - wc, wb, wc);
                }
            }
        }
    }

    private void sample(int place, byte part, float[] a, float[] b, float[] c, float wa, float wb, float wc) {
        float depth = wa * a[2] + wb * b[2] + wc * c[2];
        if (depth <= depths[place]) {
            return;
        }
        depths[place] = depth;
        parts[place] = part;
        for (int i = 0; i < VALUES; i++) {
            values[place * VALUES + i] = wa * a[3 + i] + wb * b[3 + i] + wc * c[3 + i];
        }
    }

    private int first(float edge) {
        return Math.clamp((int) Math.floor(edge), 0, side);
    }

    private int last(float edge) {
        return Math.clamp((int) Math.ceil(edge), -1, side - 1);
    }
}

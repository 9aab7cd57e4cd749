package dev.facewright.ml.detect;

import dev.facewright.ml.image.Landmarks5;
import java.nio.FloatBuffer;
import java.util.List;

/// What YuNet answers at one stride: for each cell, row by row, two scores, a box and five points
/// relative to the cell.
///
/// @param stride  pixels a cell covers
/// @param columns  cells in a row
/// @param cls  float32 `[cells]`, probability of a face
/// @param obj  float32 `[cells]`, probability that the box fits
/// @param bbox  float32 `[cells, 4]`, centre as offset in cells, width and height as logarithm of cells
/// @param kps  float32 `[cells, 10]`, points as offset in cells
record YuNetGrid(int stride, int columns, FloatBuffer cls, FloatBuffer obj, FloatBuffer bbox, FloatBuffer kps) {
    private static final int POINT_VALUES = 10;

    /// Adds the faces whose score, the geometric mean of both probabilities, reaches the threshold.
    void collect(double scoreThreshold, List<DetectedFace> faces) {
        for (int cell = 0; cell < cls.remaining(); cell++) {
            double score = Math.sqrt(probability(cls.get(cell)) * probability(obj.get(cell)));
            if (score >= scoreThreshold) {
                faces.add(face(cell, (float) score));
            }
        }
    }

    private static double probability(float value) {
        return Math.clamp((double) value, 0, 1);
    }

    private DetectedFace face(int cell, float score) {
        int column = cell % columns;
        int row = cell / columns;
        float centreX = (column + bbox.get(4 * cell)) * stride;
        float centreY = (row + bbox.get(4 * cell + 1)) * stride;
        float width = (float) Math.exp(bbox.get(4 * cell + 2)) * stride;
        float height = (float) Math.exp(bbox.get(4 * cell + 3)) * stride;
        float[] points = new float[POINT_VALUES];
        for (int i = 0; i < POINT_VALUES; i++) {
            points[i] = (kps.get(POINT_VALUES * cell + i) + (i % 2 == 0 ? column : row)) * stride;
        }
        return new DetectedFace(
                centreX - width / 2, centreY - height / 2, width, height, score, new Landmarks5(points));
    }
}

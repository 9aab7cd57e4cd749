package dev.facewright.ml.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Non-maximum suppression: of boxes that mean the same face, the most confident stays.
final class OverlapFilter {
    private OverlapFilter() {}

    /// @param threshold  intersection over union above which two boxes mean the same face
    /// @return the faces that stay, most confident first
    static List<DetectedFace> keepBest(List<DetectedFace> faces, double threshold) {
        List<DetectedFace> kept = new ArrayList<>();
        List<DetectedFace> byScore = new ArrayList<>(faces);
        byScore.sort(Comparator.comparingDouble(DetectedFace::score).reversed());
        for (DetectedFace face : byScore) {
            if (kept.stream().noneMatch(better -> better.overlap(face) > threshold)) {
                kept.add(face);
            }
        }
        return kept;
    }
}

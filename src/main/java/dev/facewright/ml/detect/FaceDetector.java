package dev.facewright.ml.detect;

import dev.facewright.ml.image.RgbImage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds faces. May be used by several threads at once; holds native memory until closed by whoever opened it.
public interface FaceDetector extends AutoCloseable {
    /// @return the faces found, most confident first; empty if there is none
    List<DetectedFace> detect(RgbImage image);

    @Override
    void close();

    /// The face an image is most likely about: large and near the centre. Area counts by its root, so twice the
    /// width counts as much as standing half the image nearer to the centre.
    ///
    /// @param width  of the image
    /// @param height  of the image
    static Optional<DetectedFace> pick(List<DetectedFace> faces, int width, int height) {
        return faces.stream().max(Comparator.comparingDouble(face -> prominence(face, width, height)));
    }

    private static double prominence(DetectedFace face, int width, int height) {
        double acrossOff = (face.x() + face.width() / 2 - width / 2.0) / width;
        double downOff = (face.y() + face.height() / 2 - height / 2.0) / height;
        double distance = Math.min(1, Math.hypot(acrossOff, downOff));
        return Math.sqrt(face.area()) * (1 - distance);
    }
}

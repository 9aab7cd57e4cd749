package dev.facewright.ml.image;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/// Cuts a face out of an image so that its eyes, nose and mouth always lie at the same place.
/// The template is that of Deng et al., *ArcFace*, CVPR 2019, <https://arxiv.org/abs/1801.07698>.
public final class FaceAligner {
    /// Height and width of a crop, in pixels.
    public static final int SIDE = 112;

    /// Bytes of a crop: uint8 `[112, 112, 3]`.
    public static final int CROP_BYTES = SIDE * SIDE * 3;

    /// Where the five points end up in the crop.
    public static final Landmarks5 TEMPLATE = Landmarks5.of(
            38.2946f, 51.6963f, 73.5318f, 51.5014f, 56.0252f, 71.7366f, 41.5493f, 92.3655f, 70.7299f, 92.2041f);

    private FaceAligner() {}

    /// Bilinear; black where the crop reaches beyond the image.
    ///
    /// @throws IllegalArgumentException if all landmarks lie in one place
    public static RgbImage align(RgbImage image, Landmarks5 landmarks) {
        return warp(image, Similarity.between(landmarks.xy(), TEMPLATE.xy()));
    }

    private static RgbImage warp(RgbImage image, Similarity similarity) {
        try (PointerScope scope = OpenCv.scope()) {
            Mat crop = new Mat();
            opencv_imgproc.warpAffine(
                    OpenCv.mat(image),
                    crop,
                    matrix(similarity),
                    new Size(SIDE, SIDE),
                    opencv_imgproc.INTER_LINEAR,
                    opencv_core.BORDER_CONSTANT,
                    new Scalar(0, 0, 0, 0));
            return OpenCv.image(crop);
        }
    }

    private static Mat matrix(Similarity s) {
        Mat matrix = new Mat(2, 3, opencv_core.CV_64FC1);
        DoubleBuffer values = matrix.createBuffer();
        values.put(new double[] {s.a(), -s.b(), s.dx(), s.b(), s.a(), s.dy()});
        return matrix;
    }
}

package dev.facewright.ml.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// Pixels to bytes. The results carry no metadata.
public final class ImageEncoder {
    /// Loses nothing a face network could see.
    public static final int STORAGE_QUALITY = 95;

    private ImageEncoder() {}

    public static byte[] png(RgbImage image) {
        return encode(image, ".png");
    }

    /// @param quality  in [1, 100]
    public static byte[] jpeg(RgbImage image, int quality) {
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("JPEG quality must be in [1, 100], was " + quality);
        }
        return encode(image, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    }

    private static byte[] encode(RgbImage image, String extension, int... options) {
        try (PointerScope scope = OpenCv.scope()) {
            Mat bgr = new Mat();
            opencv_imgproc.cvtColor(OpenCv.mat(image), bgr, opencv_imgproc.COLOR_RGB2BGR);
            BytePointer out = new BytePointer();
            if (!opencv_imgcodecs.imencode(extension, bgr, out, new IntPointer(options))) {
                throw new IllegalStateException("OpenCV could not write " + extension);
            }
            byte[] bytes = new byte[Math.toIntExact(out.limit())];
            out.get(bytes);
            return bytes;
        }
    }
}

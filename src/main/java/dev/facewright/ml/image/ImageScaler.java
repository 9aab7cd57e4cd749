package dev.facewright.ml.image;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// Changes the size of an image.
public final class ImageScaler {
    private ImageScaler() {}

    /// Averages over areas when it shrinks, so that fine patterns do not alias; bilinear when it grows.
    ///
    /// @param width  in pixels, at least 1
    /// @param height  in pixels, at least 1
    public static RgbImage scale(RgbImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        boolean shrinks = width < image.width() && height < image.height();
        try (PointerScope scope = OpenCv.scope()) {
            Mat scaled = new Mat();
            int method = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
            opencv_imgproc.resize(OpenCv.mat(image), scaled, new Size(width, height), 0, 0, method);
            return OpenCv.image(scaled);
        }
    }
}

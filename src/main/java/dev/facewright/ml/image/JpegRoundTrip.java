package dev.facewright.ml.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/// What JPEG makes of an image. libjpeg-turbo's whole-number transform, OpenCV's default, gives the same bytes
/// with and without vector instructions.
public final class JpegRoundTrip {
    private JpegRoundTrip() {}

    /// @param pixels  uint8 `[side, side, 3]`, RGB, changed in place
    /// @param quality  in [1, 100]
    public static void apply(byte[] pixels, int side, int quality) {
        byte[] jpeg = ImageEncoder.jpeg(new RgbImage(side, side, pixels), quality);
        try (PointerScope scope = OpenCv.scope()) {
            Mat mat = opencv_imgcodecs.imdecode(OpenCv.mat(jpeg), opencv_imgcodecs.IMREAD_COLOR_RGB);
            try (BytePointer data = mat.data()) {
                data.get(pixels);
            }
        }
    }
}

package dev.facewright.ml.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/// WebP files, which ImageIO cannot write.
final class WebpBytes {
    private WebpBytes() {}

    static byte[] of(RgbImage image) {
        try (PointerScope scope = new PointerScope()) {
            Mat bgr = new Mat();
            opencv_imgproc.cvtColor(OpenCv.mat(image), bgr, opencv_imgproc.COLOR_RGB2BGR);
            BytePointer out = new BytePointer();
            opencv_imgcodecs.imencode(".webp", bgr, out);
            byte[] bytes = new byte[(int) out.limit()];
            out.get(bytes);
            return bytes;
        }
    }
}

package dev.facewright.ml.image;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/// Crossing between arrays and OpenCV's `Mat`. Callers hold a `PointerScope`, which frees every `Mat` made
/// inside it.
final class OpenCv {
    static {
        // JavaCPP refuses to allocate once the process is larger than four heaps, and PyTorch makes it so.
        if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        }
        if (System.getProperty("org.bytedeco.javacpp.logger") == null) {
            System.setProperty("org.bytedeco.javacpp.logger", "slf4j");
        }
        // Callers run images in parallel; threads inside one small image only get in their way.
        opencv_core.setNumThreads(1);
    }

    private OpenCv() {}

    /// Frees every native object made on this thread until it is closed. Made here and nowhere else, so that the
    /// settings above stand before JavaCPP reads them.
    static PointerScope scope() {
        return new PointerScope();
    }

    /// A copy; channels stay in the order red, green, blue.
    static Mat mat(RgbImage image) {
        Mat mat = new Mat(image.height(), image.width(), opencv_core.CV_8UC3);
        try (BytePointer data = mat.data()) {
            data.put(image.pixels());
        }
        return mat;
    }

    static Mat mat(byte[] content) {
        Mat mat = new Mat(1, content.length, opencv_core.CV_8UC1);
        try (BytePointer data = mat.data()) {
            data.put(content);
        }
        return mat;
    }

    /// A copy of a three-channel 8-bit `Mat` whose channels are in the order red, green, blue.
    static RgbImage image(Mat mat) {
        byte[] pixels = new byte[Math.toIntExact(3L * mat.rows() * mat.cols())];
        int row = mat.cols() * 3;
        for (int y = 0; y < mat.rows(); y++) {
            try (BytePointer data = mat.ptr(y)) {
                data.get(pixels, y * row, row);
            }
        }
        return new RgbImage(mat.cols(), mat.rows(), pixels);
    }
}

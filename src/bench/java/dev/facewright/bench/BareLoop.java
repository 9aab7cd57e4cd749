package dev.facewright.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.facewright.ml.onnx.OnnxRuntime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/// The loop one writes in an afternoon: OpenCV decodes, ONNX Runtime finds the one best cell, OpenCV fits and
/// warps. OpenCV's own YuNet cannot load a model with sides of any size.
final class BareLoop implements AutoCloseable {
    private static final double[] TEMPLATE = {
        38.2946, 51.6963, 73.5318, 51.5014, 56.0252, 71.7366, 41.5493, 92.3655, 70.7299, 92.2041
    };

    private final OrtSession session;

    BareLoop(byte[] model) throws OrtException {
        opencv_core.setNumThreads(1);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = OnnxRuntime.environment().createSession(model, options);
        }
    }

    boolean align(byte[] jpeg) {
        try (PointerScope scope = new PointerScope()) {
            Mat image = opencv_imgcodecs.imdecode(new Mat(jpeg), opencv_imgcodecs.IMREAD_COLOR);
            int right = (32 - image.cols() % 32) % 32;
            int below = (32 - image.rows() % 32) % 32;
            Mat padded = new Mat();
            opencv_core.copyMakeBorder(image, padded, 0, below, 0, right, opencv_core.BORDER_CONSTANT);
            Mat blob = opencv_dnn.blobFromImage(padded);
            double[] points = best(blob, padded.cols(), padded.rows());
            Mat crop = new Mat();
            Mat fit = opencv_calib3d.estimateAffinePartial2D(mat(points), mat(TEMPLATE));
            opencv_imgproc.warpAffine(image, crop, fit, new Size(112, 112));
            return !crop.empty();
        }
    }

    private double[] best(Mat blob, int width, int height) {
        ByteBuffer bytes = blob.data().capacity(4L * 3 * width * height).asByteBuffer();
        FloatBuffer values = bytes.order(ByteOrder.nativeOrder()).asFloatBuffer();
        long[] shape = {1, 3, height, width};
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), values, shape);
                OrtSession.Result result = session.run(Map.of("input", tensor))) {
            double best = -1;
            double[] points = new double[10];
            for (int stride = 8; stride <= 32; stride *= 2) {
                FloatBuffer cls = output(result, "cls_" + stride);
                FloatBuffer obj = output(result, "obj_" + stride);
                for (int cell = 0; cell < cls.remaining(); cell++) {
                    double score = cls.get(cell) * obj.get(cell);
                    if (score > best) {
                        best = score;
                        decode(output(result, "kps_" + stride), cell, stride, width / stride, points);
                    }
                }
            }
            return points;
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void decode(FloatBuffer kps, int cell, int stride, int columns, double[] points) {
        for (int i = 0; i < 10; i++) {
            points[i] = (kps.get(10 * cell + i) + (i % 2 == 0 ? cell % columns : cell / columns)) * stride;
        }
    }

    private static FloatBuffer output(OrtSession.Result result, String name) {
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
    }

    private static Mat mat(double[] points) {
        Mat mat = new Mat(5, 1, opencv_core.CV_64FC2);
        DoubleBuffer values = mat.createBuffer();
        values.put(0, points);
        return mat;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}

package dev.facewright.ml.detect;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.ml.onnx.OnnxRuntime;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// The YuNet detector in ONNX Runtime. Wu, Peng and Yu, *YuNet: A Tiny Millisecond-level Face Detector*, 2023,
/// <https://doi.org/10.1007/s11633-023-1423-y>.
///
/// The model takes float32 `[batch, 3, height, width]`, BGR in [0, 255], sides multiples of 32, and answers
/// `cls`, `obj`, `bbox` and `kps` at strides 8, 16 and 32.
public final class YuNet implements FaceDetector {
    static final int[] STRIDES = {8, 16, 32};

    /// @param scoreThreshold  faces below this confidence are left out, in (0, 1)
    /// @param overlapThreshold  of two faces whose intersection over union is above this, the weaker is left
    ///     out; in (0, 1)
    /// @param minSide  smaller images are enlarged until their shorter side has this many pixels
    /// @param maxSide  larger images are shrunk until their longer side has this many pixels, at least 32
    /// @param threads  that work on one image
    public record Options(double scoreThreshold, double overlapThreshold, int minSide, int maxSide, int threads) {
        public static final Options DEFAULT = new Options(0.6, 0.3, 160, 640, 1);

        public Options {
            if (!(scoreThreshold > 0 && scoreThreshold < 1 && overlapThreshold > 0 && overlapThreshold < 1)) {
                throw new IllegalArgumentException("Both thresholds must be in (0, 1)");
            }
            if (minSide < 1 || maxSide < Math.max(minSide, 32) || threads < 1) {
                throw new IllegalArgumentException("Need maxSide of at least 32 and minSide, and at least one thread");
            }
        }
    }

    private final OrtSession session;
    private final Options options;
    private final String input;

    private YuNet(OrtSession session, Options options) {
        this.session = session;
        this.options = options;
        this.input = session.getInputNames().iterator().next();
    }

    /// @param onnx  the model, as its authors publish it
    /// @throws UnsupportedDetector if it cannot be loaded or lacks YuNet's outputs
    public static YuNet open(byte[] onnx, Options options) {
        try (SessionOptions settings = new SessionOptions()) {
            settings.setIntraOpNumThreads(options.threads());
            settings.setInterOpNumThreads(1);
            settings.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = OnnxRuntime.environment().createSession(onnx, settings);
            return checked(session, options);
        } catch (OrtException e) {
            throw new UnsupportedDetector("The detector cannot be loaded as an ONNX model; give the file of YuNet.", e);
        }
    }

    private static YuNet checked(OrtSession session, Options options) throws OrtException {
        TreeSet<String> missing = new TreeSet<>();
        for (int stride : STRIDES) {
            missing.addAll(List.of("cls_" + stride, "obj_" + stride, "bbox_" + stride, "kps_" + stride));
        }
        missing.removeAll(session.getOutputNames());
        if (missing.isEmpty() && session.getNumInputs() == 1) {
            return new YuNet(session, options);
        }
        session.close();
        throw new UnsupportedDetector(
                "The model is not a YuNet face detector: it has not one input or lacks the outputs " + missing
                        + ". Give YuNet with sides of any size (yunet_n_dynamic.onnx).");
    }

    @Override
    public List<DetectedFace> detect(RgbImage image) {
        YuNetInput tensor = YuNetInput.of(image, options.minSide(), options.maxSide());
        List<DetectedFace> faces = new ArrayList<>();
        for (DetectedFace face : OverlapFilter.keepBest(run(tensor), options.overlapThreshold())) {
            faces.add(tensor.toImage(face));
        }
        return List.copyOf(faces);
    }

    private List<DetectedFace> run(YuNetInput tensor) {
        long[] shape = {1, 3, tensor.height(), tensor.width()};
        try (OnnxTensor values = OnnxTensor.createTensor(OnnxRuntime.environment(), tensor.values(), shape);
                OrtSession.Result result = session.run(Map.of(input, values))) {
            List<DetectedFace> faces = new ArrayList<>();
            for (int stride : STRIDES) {
                YuNetGrid grid = new YuNetGrid(
                        stride,
                        tensor.width() / stride,
                        output(result, "cls_" + stride),
                        output(result, "obj_" + stride),
                        output(result, "bbox_" + stride),
                        output(result, "kps_" + stride));
                grid.collect(options.scoreThreshold(), faces);
            }
            return faces;
        } catch (OrtException e) {
            throw new IllegalStateException("The face detector failed: " + e.getMessage(), e);
        }
    }

    private static FloatBuffer output(OrtSession.Result result, String name) {
        return result.get(name)
                .map(value -> ((OnnxTensor) value).getFloatBuffer())
                .orElseThrow(() -> new IllegalStateException("The detector gave no " + name));
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The face detector could not be closed", e);
        }
    }

    /// The bytes are not a face detector of the expected form. The message says what is missing and what would do.
    public static final class UnsupportedDetector extends IllegalArgumentException {
        UnsupportedDetector(String message) {
            super(message);
        }

        UnsupportedDetector(String message, Throwable cause) {
            super(message, cause);
        }
    }
}

package dev.facewright.ml.torch;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.util.Platform;
import dev.facewright.ml.process.NativeEnvironment;
import java.util.Map;
import java.util.TreeMap;

/// The PyTorch engine of this process: which it is, and where its arrays live.
public final class TorchEngine {
    private static final String NAME = "PyTorch";

    static {
        // Everything comes with the jars; a library that is missing is an error to see, not a download to wait for.
        if (System.getProperty("ai.djl.offline") == null) {
            System.setProperty("ai.djl.offline", "true");
        }
        // oneDNN 3.7 as PyTorch 2.7.1 brings it computes some 1x1 convolutions wrongly with AVX-512 on some processors
        // (64 or 128 channels to 512, batches of 2 and more: a sixteenth of the outputs is far off, MobileFaceNet's
        // embeddings with them). With AVX2 every case is right. TorchEmbedderTest holds it.
        NativeEnvironment.setIfAbsent("ONEDNN_MAX_CPU_ISA", "AVX2");
        // Threads that wait for work must not spin: the web server runs on the same cores.
        NativeEnvironment.setIfAbsent("GOMP_SPINCOUNT", "0");
        NativeEnvironment.setIfAbsent("OMP_WAIT_POLICY", "passive");
    }

    private TorchEngine() {}

    /// For the lineage of a model: `pytorch` and `djl` versions, `native` flavour and platform, `device`,
    /// `threads`.
    ///
    /// @param devices  on which it was trained
    public static Map<String, String> versions(TrainingDevices devices) {
        Platform platform = Platform.detectPlatform("pytorch");
        Map<String, String> versions = new TreeMap<>();
        versions.put("pytorch", engine().getVersion());
        versions.put("djl", Engine.getDjlVersion());
        versions.put("native", platform.getFlavor() + "-" + platform.getClassifier());
        versions.put("device", devices.toString());
        versions.put("threads", Integer.toString(threads()));
        return versions;
    }

    /// How many GPUs this process can train on: none without the natives that the build's profile `cuda` brings,
    /// nor without a driver.
    public static int gpus() {
        return engine().getGpuCount();
    }

    /// Threads one operation may use. Another count may give other roundings.
    public static int threads() {
        engine();
        return JniUtils.getNumThreads();
    }

    /// Makes its arrays on the device. The caller closes it, and with it every array made from it.
    static PtNDManager newManager(TorchDevice device) {
        return (PtNDManager) engine().newBaseManager(device.djl());
    }

    private static Engine engine() {
        return Engine.getEngine(NAME);
    }
}

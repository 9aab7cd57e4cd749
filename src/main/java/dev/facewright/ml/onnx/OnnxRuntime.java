package dev.facewright.ml.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import dev.facewright.ml.process.NativeEnvironment;

/// The one ONNX Runtime environment of the process. Every session is made from it, never from `OrtEnvironment`
/// itself.
///
/// ONNX Runtime 1.29 reports usage to its vendor over HTTPS unless `ORT_DISABLE_TELEMETRY` is set before it
/// loads, and on some machines that start-up overflows the native stack and ends the process. A platform for
/// people's faces reports to nobody, so the variable is set here, in the process itself: no start script can
/// forget it.
public final class OnnxRuntime {
    private static final class Holder {
        static final OrtEnvironment ENVIRONMENT = start();
    }

    private OnnxRuntime() {}

    /// @throws IllegalStateException if telemetry cannot be turned off
    public static OrtEnvironment environment() {
        return Holder.ENVIRONMENT;
    }

    private static OrtEnvironment start() {
        NativeEnvironment.setIfAbsent("ORT_DISABLE_TELEMETRY", "1");
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "facewright");
    }
}

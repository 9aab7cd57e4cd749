package dev.facewright.platform.datasets.alignment;

import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.detect.YuNet;
import dev.facewright.platform.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The face detector the operator configured, opened at start and closed with the server.
@Component
public class ConfiguredDetector implements AutoCloseable {
    private static final int HASH_DIGITS = 12;
    private static final YuNet.Options DEFAULTS = YuNet.Options.DEFAULT;

    private final @Nullable FaceDetector detector;
    private final String name;

    public ConfiguredDetector(AlignmentSettings settings) {
        Path file = settings.detector();
        if (file == null || file.toString().isBlank()) {
            this.detector = null;
            this.name = "none";
        } else {
            byte[] onnx = read(file);
            this.detector = YuNet.open(onnx, options(settings));
            this.name = file.getFileName() + "@" + Sha256.hex(onnx).substring(0, HASH_DIGITS);
        }
    }

    public Optional<FaceDetector> detector() {
        return Optional.ofNullable(detector);
    }

    /// The file's name and the start of its SHA-256; `none` without one.
    public String name() {
        return name;
    }

    @Override
    public void close() {
        if (detector != null) {
            detector.close();
        }
    }

    private static YuNet.Options options(AlignmentSettings settings) {
        return new YuNet.Options(
                settings.minimumScore(), DEFAULTS.overlapThreshold(), DEFAULTS.minSide(), settings.largestSide(), 1);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The face detector cannot be read from " + file + ": check facewright.alignment.detector", e);
        }
    }
}

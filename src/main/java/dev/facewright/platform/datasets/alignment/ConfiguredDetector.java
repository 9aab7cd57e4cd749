package dev.facewright.platform.datasets.alignment;

import dev.facewright.ml.detect.DetectedFace;
import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.detect.YuNet;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The face detector the operator configured, opened at start and closed with the server.
@Component
public class ConfiguredDetector implements AutoCloseable {
    private static final int HASH_DIGITS = 12;
    private static final YuNet.Options DEFAULTS = YuNet.Options.DEFAULT;

    private final @Nullable FaceDetector detector;
    private final String name;
    private final AlignmentSettings settings;

    @Autowired
    public ConfiguredDetector(AlignmentSettings settings) {
        this.settings = settings;
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

    /// One that is opened already, and closed with this.
    public ConfiguredDetector(FaceDetector detector, String name, AlignmentSettings settings) {
        this.detector = detector;
        this.name = name;
        this.settings = settings;
    }

    /// All that could be a face. Empty without a detector: nobody has looked.
    Optional<List<DetectedFace>> look(RgbImage image) {
        return Optional.ofNullable(detector).map(opened -> opened.detect(image));
    }

    AlignmentSettings settings() {
        return settings;
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
                settings.leastScore(), DEFAULTS.overlapThreshold(), DEFAULTS.minSide(), settings.largestSide(), 1);
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

package dev.facewright.ml.detect;

/// The bytes are not a face detector of the expected form. The message says what is missing and what would do.
public final class UnsupportedDetector extends IllegalArgumentException {
    UnsupportedDetector(String message) {
        super(message);
    }

    UnsupportedDetector(String message, Throwable cause) {
        super(message, cause);
    }
}

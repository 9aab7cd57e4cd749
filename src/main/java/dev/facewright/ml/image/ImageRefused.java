package dev.facewright.ml.image;

/// Bytes that are not a complete, single, affordable image. The message can be shown to whoever uploaded them.
public final class ImageRefused extends RuntimeException {
    /// Why, in a form that can be counted and translated.
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        NOT_AN_IMAGE,
        TRUNCATED,
        TOO_MANY_PIXELS,
        TOO_SMALL,
        POLYGLOT,
        UNSUPPORTED_FORMAT,
        CORRUPT
    }

    private final Reason reason;

    public ImageRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

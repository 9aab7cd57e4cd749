package dev.facewright.platform.models;

/// A figure and how it was come by; neither means anything without the other.
///
/// @param name  what it is: `verification-accuracy`, in [0, 1] where it is a share
/// @param protocol  how it was measured: the benchmark and its protocol
public record ModelMetric(String name, double value, String protocol) {
    public ModelMetric {
        if (name.isBlank() || protocol.isBlank()) {
            throw new IllegalArgumentException("A metric needs a name and a protocol");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number, was " + value);
        }
    }
}

package dev.facewright.ml.graph;

import java.util.Arrays;

/// The values of a tensor, all of one type. Sealed, so that what stores or writes tensors is one exhaustive `switch`
/// and a new type fails to compile until each of them knows it.
public sealed interface Elements {
    default int count() {
        return switch (this) {
            case Float32(float[] values) -> values.length;
            case Int8(byte[] values) -> values.length;
            case Int32(int[] values) -> values.length;
        };
    }

    /// Bytes that one value takes.
    default int width() {
        return switch (this) {
            case Float32 _ -> Float.BYTES;
            case Int8 _ -> Byte.BYTES;
            case Int32 _ -> Integer.BYTES;
        };
    }

    /// What everything is trained in.
    record Float32(float[] values) implements Elements {
        @Override
        public boolean equals(Object other) {
            return other instanceof Float32 that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "float32";
        }
    }

    /// Quantised weights.
    record Int8(byte[] values) implements Elements {
        @Override
        public boolean equals(Object other) {
            return other instanceof Int8 that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "int8";
        }
    }

    /// Biases of quantised layers: sums of products of int8.
    record Int32(int[] values) implements Elements {
        @Override
        public boolean equals(Object other) {
            return other instanceof Int32 that && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return "int32";
        }
    }
}

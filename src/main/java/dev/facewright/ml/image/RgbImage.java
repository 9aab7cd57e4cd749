package dev.facewright.ml.image;

import java.util.Arrays;

/// An 8-bit colour image in memory.
///
/// @param width  in pixels, at least 1
/// @param height  in pixels, at least 1
/// @param pixels  uint8 `[height, width, 3]`, red first, rows from the top; not copied, so the caller hands them
///     over
public record RgbImage(int width, int height, byte[] pixels) {
    /// @throws IllegalArgumentException if the array does not hold exactly `width * height * 3` bytes
    public RgbImage {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("An image needs at least one pixel, was " + width + "x" + height);
        }
        if (pixels.length != byteCount(width, height)) {
            throw new IllegalArgumentException(
                    width + "x" + height + " needs " + byteCount(width, height) + " bytes, not " + pixels.length);
        }
    }

    public static RgbImage black(int width, int height) {
        return new RgbImage(width, height, new byte[Math.toIntExact(byteCount(width, height))]);
    }

    /// One channel of one pixel, in [0, 255].
    ///
    /// @param channel  0 red, 1 green, 2 blue
    public int at(int x, int y, int channel) {
        return pixels[(y * width + x) * 3 + channel] & 0xff;
    }

    private static long byteCount(int width, int height) {
        return 3L * width * height;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImage that
                && width == that.width
                && height == that.height
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(pixels);
    }

    @Override
    public String toString() {
        return "RgbImage[" + width + "x" + height + "]";
    }
}

package dev.facewright.ml.augment;

import dev.facewright.ml.image.FaceAligner;
import java.util.random.RandomGenerator;

/// What several steps do with the bytes of a crop.
final class Pixels {
    static final int SIDE = FaceAligner.SIDE;
    static final int CHANNELS = 3;
    static final int ROW = SIDE * CHANNELS;
    static final int BYTES = FaceAligner.CROP_BYTES;

    /// The middle of the byte range: what most networks see as zero.
    static final int GREY = 127;

    private Pixels() {}

    /// Place of a pixel's red value.
    static int place(int x, int y) {
        return y * ROW + x * CHANNELS;
    }

    /// A number drawn evenly from [-most, most].
    static double either(RandomGenerator random, double most) {
        return most == 0 ? 0 : (2 * random.nextDouble() - 1) * most;
    }

    /// A number drawn evenly from [least, most].
    static double between(RandomGenerator random, double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /// Luma of ITU-R BT.601.
    static float luma(byte[] crop, int place) {
        return 0.299f * (crop[place] & 0xff) + 0.587f * (crop[place + 1] & 0xff) + 0.114f * (crop[place + 2] & 0xff);
    }

    /// The nearest byte.
    static byte rounded(float value) {
        return (byte) (int) Math.clamp(value + 0.5f, 0f, 255f);
    }

    /// Fetches each pixel from `(xx x + xy y + x0, yx x + yy y + y0)`; bilinear, edge pixels repeated.
    static void resample(
            byte[] crop, byte[] scratch, double xx, double xy, double x0, double yx, double yy, double y0) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                fetch(crop, xx * x + xy * y + x0, yx * x + yy * y + y0, scratch, place(x, y));
            }
        }
        System.arraycopy(scratch, 0, crop, 0, BYTES);
    }

    private static void fetch(byte[] crop, double sourceX, double sourceY, byte[] into, int target) {
        double x = Math.clamp(sourceX, 0, SIDE - 1.0);
        double y = Math.clamp(sourceY, 0, SIDE - 1.0);
        int left = Math.min((int) x, SIDE - 2);
        int top = Math.min((int) y, SIDE - 2);
        float right = (float) (x - left);
        float bottom = (float) (y - top);
        int place = place(left, top);
        for (int channel = 0; channel < CHANNELS; channel++) {
            float upper = mix(crop, place + channel, right);
            float lower = mix(crop, place + channel + ROW, right);
            into[target + channel] = (byte) (int) (upper + (lower - upper) * bottom + 0.5f);
        }
    }

    private static float mix(byte[] crop, int place, float right) {
        int first = crop[place] & 0xff;
        return first + ((crop[place + CHANNELS] & 0xff) - first) * right;
    }

    /// Makes a rectangle grey, as far as it lies inside the crop.
    static void erase(byte[] crop, int left, int top, int width, int height) {
        int from = Math.max(0, left);
        int to = Math.min(SIDE, left + width);
        for (int y = Math.max(0, top); y < Math.min(SIDE, top + height); y++) {
            for (int i = place(from, y); i < place(to, y); i++) {
                crop[i] = GREY;
            }
        }
    }

    /// Lays a colour over one pixel.
    ///
    /// @param cover  in [0, 1]; 1 leaves nothing of what was there
    static void cover(byte[] crop, int place, int rgb, double cover) {
        for (int channel = 0; channel < CHANNELS; channel++) {
            int colour = rgb >> (16 - 8 * channel) & 0xff;
            int there = crop[place + channel] & 0xff;
            crop[place + channel] = rounded((float) (there + (colour - there) * cover));
        }
    }
}

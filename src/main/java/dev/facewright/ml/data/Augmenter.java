package dev.facewright.ml.data;

import dev.facewright.ml.image.FaceAligner;
import java.util.random.RandomGenerator;

/// Changes crops in place. The same crop, augmentation and random numbers give the same bytes on every platform.
public final class Augmenter {
    private static final int SIDE = FaceAligner.SIDE;

    private final byte[] scratch = new byte[CropSource.CROP_BYTES];

    /// @param crop  uint8 `[112, 112, 3]`, changed in place
    public void apply(byte[] crop, Augmentation augmentation, RandomGenerator random) {
        if (augmentation.movesPixels()) {
            move(crop, augmentation, random);
        }
        if (augmentation.changesColour()) {
            colour(crop, augmentation, random);
        }
        if (augmentation.blurProbability() > 0 && random.nextDouble() < augmentation.blurProbability()) {
            blur(crop);
        }
    }

    private void move(byte[] crop, Augmentation augmentation, RandomGenerator random) {
        boolean mirror = augmentation.flip() && random.nextBoolean();
        double angle = StrictMath.toRadians(either(random, augmentation.rotationDegrees()));
        double shrink = 1 / (1 + either(random, augmentation.scale()));
        double dx = either(random, augmentation.translation()) * SIDE;
        double dy = either(random, augmentation.translation()) * SIDE;
        if (angle == 0 && shrink == 1 && dx == 0 && dy == 0) {
            if (mirror) {
                mirror(crop);
            }
            return;
        }
        double cos = StrictMath.cos(angle) * shrink;
        double sin = StrictMath.sin(angle) * shrink;
        resample(crop, mirror ? -cos : cos, sin, mirror ? sin : -sin, cos, dx, dy);
    }

    /// Fetches each pixel from where the inverse transform says, around the centre; bilinear, edge pixels
    /// repeated.
    private void resample(byte[] crop, double xx, double xy, double yx, double yy, double dx, double dy) {
        double centre = (SIDE - 1) / 2.0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double u = x - centre - dx;
                double v = y - centre - dy;
                fetch(crop, centre + xx * u + xy * v, centre + yx * u + yy * v, (y * SIDE + x) * 3);
            }
        }
        System.arraycopy(scratch, 0, crop, 0, crop.length);
    }

    private void fetch(byte[] crop, double sourceX, double sourceY, int target) {
        double x = Math.clamp(sourceX, 0, SIDE - 1.0);
        double y = Math.clamp(sourceY, 0, SIDE - 1.0);
        int left = Math.min((int) x, SIDE - 2);
        int top = Math.min((int) y, SIDE - 2);
        float right = (float) (x - left);
        float bottom = (float) (y - top);
        int place = (top * SIDE + left) * 3;
        for (int channel = 0; channel < 3; channel++) {
            float upper = mix(crop, place + channel, right);
            float lower = mix(crop, place + channel + SIDE * 3, right);
            scratch[target + channel] = (byte) (int) (upper + (lower - upper) * bottom + 0.5f);
        }
    }

    private static float mix(byte[] crop, int place, float right) {
        int first = crop[place] & 0xff;
        return first + ((crop[place + 3] & 0xff) - first) * right;
    }

    private static void mirror(byte[] crop) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE / 2; x++) {
                int left = (y * SIDE + x) * 3;
                int right = (y * SIDE + SIDE - 1 - x) * 3;
                for (int channel = 0; channel < 3; channel++) {
                    byte kept = crop[left + channel];
                    crop[left + channel] = crop[right + channel];
                    crop[right + channel] = kept;
                }
            }
        }
    }

    private static void colour(byte[] crop, Augmentation augmentation, RandomGenerator random) {
        float brightness = (float) (1 + either(random, augmentation.brightness()));
        float contrast = (float) (1 + either(random, augmentation.contrast()));
        float saturation = (float) (1 + either(random, augmentation.saturation()));
        float mean = meanGrey(crop) * brightness;
        for (int i = 0; i < crop.length; i += 3) {
            float grey = grey(crop, i);
            for (int channel = 0; channel < 3; channel++) {
                float value = grey + ((crop[i + channel] & 0xff) - grey) * saturation;
                float shown = mean + (value * brightness - mean) * contrast;
                crop[i + channel] = (byte) (int) Math.clamp(shown + 0.5f, 0f, 255f);
            }
        }
    }

    /// Luma of ITU-R BT.601.
    private static float grey(byte[] crop, int place) {
        return 0.299f * (crop[place] & 0xff) + 0.587f * (crop[place + 1] & 0xff) + 0.114f * (crop[place + 2] & 0xff);
    }

    private static float meanGrey(byte[] crop) {
        double sum = 0;
        for (int i = 0; i < crop.length; i += 3) {
            sum += grey(crop, i);
        }
        return (float) (sum / (crop.length / 3));
    }

    /// The binomial kernel 1 4 6 4 1 in both directions: a Gaussian of one pixel.
    private void blur(byte[] crop) {
        blur(crop, scratch, 3, SIDE * 3);
        blur(scratch, crop, SIDE * 3, 3);
    }

    private static void blur(byte[] from, byte[] to, int along, int across) {
        for (int line = 0; line < SIDE; line++) {
            for (int i = 0; i < SIDE; i++) {
                for (int channel = 0; channel < 3; channel++) {
                    int base = line * across + channel;
                    int sum = 6 * at(from, base, i, along)
                            + 4 * (at(from, base, i - 1, along) + at(from, base, i + 1, along))
                            + at(from, base, i - 2, along)
                            + at(from, base, i + 2, along);
                    to[base + i * along] = (byte) ((sum + 8) / 16);
                }
            }
        }
    }

    private static int at(byte[] from, int base, int i, int along) {
        return from[base + Math.clamp(i, 0, SIDE - 1) * along] & 0xff;
    }

    private static double either(RandomGenerator random, double most) {
        return most == 0 ? 0 : (2 * random.nextDouble() - 1) * most;
    }
}

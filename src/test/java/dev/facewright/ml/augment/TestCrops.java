package dev.facewright.ml.augment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;

/// Crops whose every pixel is known.
final class TestCrops {
    private TestCrops() {}

    /// A different value at every place of a row.
    static byte[] varied() {
        byte[] crop = new byte[Pixels.BYTES];
        for (int i = 0; i < crop.length; i++) {
            crop[i] = (byte) ((i / 3 % 112) * 2 + (i / 336) % 30 + i % 3 * 5);
        }
        return crop;
    }

    static byte[] uniform(int value) {
        byte[] crop = new byte[Pixels.BYTES];
        Arrays.fill(crop, (byte) value);
        return crop;
    }

    static byte[] after(AugmentationStep step, byte[] crop, long seed) {
        byte[] changed = crop.clone();
        step.apply(changed, new byte[Pixels.BYTES], new SplittableRandom(seed));
        return changed;
    }

    static int red(byte[] crop, int x, int y) {
        return crop[Pixels.place(x, y)] & 0xff;
    }

    /// The first 16 hexadecimal digits of SHA-256.
    static String hash(byte[] crop) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(crop), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

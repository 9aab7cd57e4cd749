package dev.facewright.platform.datasets;

import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small pictures of nobody, each seed another, and archives of them.
public final class Pictures {
    private static final int CROP = 112;

    private Pictures() {}

    public static RgbImage noise(long seed, int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        new Random(seed).nextBytes(pixels);
        return new RgbImage(width, height, pixels);
    }

    /// The size of a crop, so that it counts as aligned.
    public static byte[] crop(long seed) {
        return ImageEncoder.png(noise(seed, CROP, CROP));
    }

    /// `code/0.png`, `code/1.png`, ...
    public static Map<String, byte[]> folder(String code, long seed, int images) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < images; i++) {
            files.put(code + "/" + i + ".png", crop(seed + i));
        }
        return files;
    }

    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

package dev.facewright.platform.benchmarks;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A benchmark small enough to be scored in a test: five people of three aligned crops each, in two folds. Each
/// person is a pattern of coarse blocks, and each crop of them has some noise on it, so that any network can
/// tell them apart.
public final class TinyBenchmark {
    public static final int IMAGES = 12;
    public static final int PAIRS = 16;

    private static final int PEOPLE = 4;
    private static final int IMAGES_EACH = 3;
    private static final int BLOCK = 14;

    private TinyBenchmark() {}

    /// View 2 in small: four genuine and four impostor pairs a fold; nobody is in both folds.
    public static String pairs() {
        return """
                2\t4
                p0\t1\t2
                p0\t1\t3
                p1\t1\t2
                p1\t2\t3
                p0\t1\tp1\t1
                p0\t2\tp1\t2
                p0\t3\tp1\t3
                p0\t1\tp1\t2
                p2\t1\t2
                p2\t1\t3
                p3\t1\t2
                p3\t2\t3
                p2\t1\tp3\t1
                p2\t2\tp3\t2
                p2\t3\tp3\t3
                p2\t1\tp3\t2
                """;
    }

    /// Of these four people instead of `p0` to `p3`.
    public static String pairs(List<String> names) {
        return Pattern.compile("p([0-3])")
                .matcher(pairs())
                .replaceAll(person -> names.get(Integer.parseInt(person.group(1))));
    }

    /// `archive` of these people.
    public static byte[] archive(List<String> names) {
        return zip(PEOPLE * IMAGES_EACH, "unnamed/unnamed_0001.png", names);
    }

    /// With a file that no pair names, which is not to be kept.
    public static byte[] archive() {
        return archive(PEOPLE * IMAGES_EACH);
    }

    /// Only the first so many images.
    public static byte[] archive(int images) {
        return zip(images, "unnamed/unnamed_0001.png", List.of("p0", "p1", "p2", "p3"));
    }

    private static byte[] zip(int images, String unnamed, List<String> names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < images; i++) {
                int person = i / IMAGES_EACH;
                int number = i % IMAGES_EACH + 1;
                String path = String.format(Locale.ROOT, "tiny/%1$s/%1$s_%2$04d.png", names.get(person), number);
                add(zip, path, ImageEncoder.png(crop(person, number)));
            }
            add(zip, unnamed, ImageEncoder.png(crop(PEOPLE, 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }

    static RgbImage crop(int person, int number) {
        int side = FaceAligner.SIDE;
        Random pattern = new Random(person);
        int blocks = side / BLOCK;
        int[] levels = pattern.ints(blocks * blocks * 3, 0, 256).toArray();
        Random noise = new Random(1_000 + 10 * person + number);
        byte[] pixels = new byte[FaceAligner.CROP_BYTES];
        for (int i = 0; i < pixels.length; i++) {
            int pixel = i / 3;
            int block = pixel / side / BLOCK * blocks + pixel % side / BLOCK;
            pixels[i] = (byte) Math.clamp(levels[3 * block + i % 3] + noise.nextInt(-20, 21), 0, 255);
        }
        return new RgbImage(side, side, pixels);
    }
}

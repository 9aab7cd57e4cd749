package dev.facewright.platform.demo;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.Landmarks5;
import dev.facewright.ml.synth.Scene;
import dev.facewright.ml.synth.SyntheticFace;
import dev.facewright.ml.synth.SyntheticIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives of rendered faces: pictures to train on, with their known landmarks, and aligned crops to test on.
/// The same sizes and seeds give the same pictures.
final class DemoFaces {
    static final String LANDMARKS = "landmarks.csv";

    private static final int SIDE = 160;
    private static final int JPEG_QUALITY = 92;
    private static final long SCENES_PER_IDENTITY = 1_000;

    private DemoFaces() {}

    /// Writes a zip of `code/number.jpg` and a `landmarks.csv` beside them.
    ///
    /// @param codes  the folder names, one identity each
    /// @param firstIdentity  seed of the first identity; the others follow
    static void trainingArchive(List<String> codes, int imagesEach, long firstIdentity, OutputStream target)
            throws IOException {
        StringBuilder landmarks = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            for (int person = 0; person < codes.size(); person++) {
                List<SyntheticFace> faces = render(firstIdentity + person, imagesEach, SIDE);
                for (int i = 0; i < faces.size(); i++) {
                    String path = String.format(Locale.ROOT, "%s/%04d.jpg", codes.get(person), i + 1);
                    add(zip, path, ImageEncoder.jpeg(faces.get(i).image(), JPEG_QUALITY));
                    landmarks.append(line(path, faces.get(i).landmarks5()));
                }
            }
            add(zip, LANDMARKS, landmarks.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Writes a zip of aligned `person/person_0001.png`, as pairs files of LFW name them.
    static void benchmarkArchive(List<String> people, int imagesEach, long firstIdentity, OutputStream target)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            for (int person = 0; person < people.size(); person++) {
                String name = people.get(person);
                List<SyntheticFace> faces = render(firstIdentity + person, imagesEach, SIDE);
                for (int i = 0; i < faces.size(); i++) {
                    byte[] crop = ImageEncoder.png(
                            FaceAligner.align(faces.get(i).image(), faces.get(i).landmarks5()));
                    add(zip, String.format(Locale.ROOT, "%s/%s_%04d.png", name, name, i + 1), crop);
                }
            }
        }
    }

    /// In parallel, in the order of their scenes.
    private static List<SyntheticFace> render(long identity, int images, int side) {
        SyntheticIdentity person = SyntheticIdentity.of(identity);
        return IntStream.range(0, images)
                .parallel()
                .mapToObj(i -> SyntheticFace.render(person, Scene.random(identity * SCENES_PER_IDENTITY + i), side))
                .toList();
    }

    private static String line(String path, Landmarks5 landmarks) {
        StringBuilder line = new StringBuilder(path);
        for (float value : landmarks.xy()) {
            line.append(',').append(String.format(Locale.ROOT, "%.2f", value));
        }
        return line.append('\n').toString();
    }

    private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        zip.write(content);
        zip.closeEntry();
    }
}

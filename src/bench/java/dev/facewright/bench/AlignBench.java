package dev.facewright.bench;

import ai.onnxruntime.OrtException;
import dev.facewright.ml.detect.DetectedFace;
import dev.facewright.ml.detect.FaceDetector;
import dev.facewright.ml.detect.YuNet;
import dev.facewright.ml.image.CanonicalImage;
import dev.facewright.ml.image.ImageDecoder.DecodedImage;
import dev.facewright.ml.image.FaceAligner;
import dev.facewright.ml.image.ImageDecoder;
import dev.facewright.ml.image.ImageLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/// How many photographs a second go from JPEG bytes to an aligned crop on one thread, beside a bare loop that
/// decodes, detects and warps and checks nothing.
///
/// Arguments: how many images (default 300). Reads LFW and the detector from `FACEWRIGHT_FIXTURES`.
public final class AlignBench {
    private static final int ROUNDS = 5;

    @FunctionalInterface
    private interface Way {
        boolean align(byte[] jpeg);
    }

    private AlignBench() {}

    public static void main(String[] arguments) throws IOException, OrtException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        Path folder = Path.of(Objects.requireNonNullElse(System.getenv("FACEWRIGHT_FIXTURES"), "../shared/data"));
        Path model = folder.resolve("models/yunet_n_dynamic.onnx");
        if (!Files.exists(model)) {
            System.out.println("No " + model + "; set FACEWRIGHT_FIXTURES to the folder with models and lfw.");
            return;
        }
        List<byte[]> jpegs = jpegs(folder.resolve("lfw/images"), count);
        try (FaceDetector detector = YuNet.open(Files.readAllBytes(model), YuNet.Options.DEFAULT);
                BareLoop bare = new BareLoop(Files.readAllBytes(model))) {
            compare(jpegs, detector, bare);
        }
    }

    private static void compare(List<byte[]> jpegs, FaceDetector detector, BareLoop bare) {
        System.out.printf(Locale.ROOT, "%d JPEGs, one thread, median of %d rounds%n", jpegs.size(), ROUNDS);
        System.out.printf("%-44s %10s %8s %7s%n", "way", "images/s", "ratio", "faces");
        List<Way> ways = List.of(bare::align, jpeg -> ours(jpeg, detector, false), jpeg -> ours(jpeg, detector, true));
        List<String> names = List.of(
                "bare loop: decode + detect + warp",
                "Facewright: check + decode + detect + align",
                "Facewright: the same + bytes to store");
        double[][] rates = new double[ways.size()][ROUNDS];
        long[] faces = new long[ways.size()];
        for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < ways.size(); i++) {
                long start = System.nanoTime();
                faces[i] = jpegs.stream().filter(ways.get(i)::align).count();
                rates[i][Math.max(round, 0)] = jpegs.size() / ((System.nanoTime() - start) / 1e9);
            }
        }
        double base = median(rates[0]);
        for (int i = 0; i < ways.size(); i++) {
            double rate = median(rates[i]);
            System.out.printf(Locale.ROOT, "%-44s %10.1f %8.2f %7d%n", names.get(i), rate, rate / base, faces[i]);
        }
    }

    private static boolean ours(byte[] jpeg, FaceDetector detector, boolean store) {
        DecodedImage decoded = ImageDecoder.decode(jpeg, ImageLimits.DEFAULT);
        List<DetectedFace> faces = detector.detect(decoded.image());
        if (store && CanonicalImage.of(jpeg, decoded).length == 0) {
            throw new IllegalStateException("Nothing to store");
        }
        return FaceDetector.pick(faces, decoded.image().width(), decoded.image().height())
                .map(face -> FaceAligner.align(decoded.image(), face.landmarks()))
                .isPresent();
    }

    private static List<byte[]> jpegs(Path folder, int count) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        List<byte[]> jpegs = new ArrayList<>();
        int stride = Math.max(1, files.size() / count);
        for (int i = 0; i < files.size() && jpegs.size() < count; i += stride) {
            jpegs.add(read(files.get(i)));
        }
        return jpegs;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

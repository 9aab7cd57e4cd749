package dev.facewright.bench;

import dev.facewright.platform.PlatformApplication;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentMethod;
import dev.facewright.platform.consent.NewConsent;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.datasets.UploadView;
import dev.facewright.platform.embedded.EmbeddedStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// How many photographs a second go from an uploaded archive into a dataset: consent, checks, alignment,
/// encryption, object store and database, with both embedded stores in the same process. Beside it the bare
/// loop of `AlignBench` on as many threads, which stores nothing.
///
/// Arguments: how many images (default 600). Reads LFW and the detector from `FACEWRIGHT_FIXTURES`.
public final class UploadBench {
    private static final int THREADS = 2;
    private static final int SUBJECTS = 20;
    private static final int ROUNDS = 3;

    private UploadBench() {}

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 600;
        Path fixtures = Path.of(Objects.requireNonNullElse(System.getenv("FACEWRIGHT_FIXTURES"), "../shared/data"));
        Path model = fixtures.resolve("models/yunet_n_dynamic.onnx");
        if (!Files.exists(model)) {
            System.out.println("No " + model + "; set FACEWRIGHT_FIXTURES to the folder with models and lfw.");
            return;
        }
        List<byte[]> jpegs = jpegs(fixtures.resolve("lfw/images"), count);
        double bare = bare(jpegs, Files.readAllBytes(model));
        double whole = whole(jpegs, model);
        System.out.printf(Locale.ROOT, "%d JPEGs, %d threads, best of %d rounds%n", jpegs.size(), THREADS, ROUNDS);
        System.out.printf("%-48s %10s %8s%n", "way", "images/s", "ratio");
        System.out.printf(Locale.ROOT, "%-48s %10.1f %8.2f%n", "bare loop: decode + detect + warp", bare, 1.0);
        System.out.printf(Locale.ROOT, "%-48s %10.1f %8.2f%n", "Facewright: upload to dataset", whole, whole / bare);
    }

    private static double bare(List<byte[]> jpegs, byte[] model) throws Exception {
        double best = 0;
        try (BareLoop loop = new BareLoop(model);
                var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Boolean>> work = jpegs.stream()
                    .<Callable<Boolean>>map(jpeg -> () -> loop.align(jpeg))
                    .toList();
            for (int round = 0; round <= ROUNDS; round++) {
                long start = System.nanoTime();
                threads.invokeAll(work);
                best = Math.max(best, jpegs.size() / ((System.nanoTime() - start) / 1e9));
            }
        }
        return best;
    }

    private static double whole(List<byte[]> jpegs, Path model) throws Exception {
        Path folder = Files.createTempDirectory("facewright-bench");
        double best = 0;
        try (var server = server(folder, model)) {
            Path archive = archive(folder, jpegs, subjects(server.getBean(ConsentLedger.class)));
            for (int round = 0; round <= ROUNDS; round++) {
                best = Math.max(best, upload(server.getBean(Datasets.class), archive, round));
            }
        }
        return best;
    }

    private static ConfigurableApplicationContext server(Path folder, Path model) {
        var application = new SpringApplication(PlatformApplication.class);
        application.addInitializers(new EmbeddedStores());
        return application.run(
                "--facewright.data=" + folder,
                "--facewright.alignment.detector=" + model.toAbsolutePath(),
                "--facewright.alignment.counted-side=" + 10_000, // LFW has others in the background, nobody named
                "--facewright.datasets.threads=" + THREADS,
                "--server.port=0",
                "--logging.level.root=warn");
    }

    private static List<String> subjects(ConsentLedger ledger) {
        var given = Instant.parse("2026-01-15T00:00:00Z");
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            var purposes = Set.of(Purpose.TRAINING);
            var consent =
                    new NewConsent(purposes, "bench", "en", ConsentMethod.ELECTRONIC_FORM, given, null, null);
            codes.add("s" + i);
            ledger.register(new NewSubject(codes.getLast(), consent));
        }
        return codes;
    }

    private static Path archive(Path folder, List<byte[]> jpegs, List<String> codes) throws IOException {
        Path archive = folder.resolve("bench.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < jpegs.size(); i++) {
                zip.putNextEntry(new ZipEntry(codes.get(i % codes.size()) + "/" + i + ".jpg"));
                zip.write(jpegs.get(i));
            }
        }
        return archive;
    }

    /// From handing the archive over to the end of its job.
    private static double upload(Datasets datasets, Path archive, int round) throws InterruptedException {
        var dataset = datasets.create("bench " + round, Purpose.TRAINING, "");
        long start = System.nanoTime();
        UploadId id = datasets.upload(dataset, archive);
        UploadView view = datasets.upload(id);
        while (!view.status().ended()) {
            Thread.sleep(20);
            view = datasets.upload(id);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "round %d: %s in %.1f s%n", round, view, seconds);
        return view.processed() / seconds;
    }

    private static List<byte[]> jpegs(Path folder, int count) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        List<byte[]> jpegs = new ArrayList<>();
        for (int i = 0; i < files.size() && jpegs.size() < count; i += Math.max(1, files.size() / count)) {
            jpegs.add(Files.readAllBytes(files.get(i)));
        }
        return jpegs;
    }
}

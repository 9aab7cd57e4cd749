package dev.facewright.bench;

import dev.facewright.ml.image.ImageEncoder;
import dev.facewright.ml.image.RgbImage;
import dev.facewright.platform.PlatformApplication;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentMethod;
import dev.facewright.platform.consent.NewConsent;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.SealOptions;
import dev.facewright.platform.embedded.EmbeddedStores;
import dev.facewright.platform.erasure.ErasureState;
import dev.facewright.platform.erasure.Erasures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// From the withdrawal of a person with 1,000 images in a sealed version to the certificate, with both embedded stores in
/// the same process and the images of others beside theirs.
///
/// Arguments: how many images of the person (default 1000) and of others (default 4000).
public final class ErasureBench {
    private static final int CROP = 112;
    private static final int OTHERS = 20;

    private ErasureBench() {}

    public static void main(String[] arguments) throws Exception {
        int theirs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int others = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4000;
        Path folder = Files.createTempDirectory("facewright-bench");
        try (var server = server(folder)) {
            var ledger = server.getBean(ConsentLedger.class);
            var datasets = server.getBean(Datasets.class);
            var dataset = datasets.create("bench", Purpose.TRAINING, "");
            SubjectId person = subject(ledger, "p-0017");
            add(datasets, dataset, person, 0, theirs);
            for (int i = 0; i < OTHERS; i++) {
                add(datasets, dataset, subject(ledger, "other-" + i), theirs + i * others, others / OTHERS);
            }
            datasets.seal(dataset, new SealOptions(0.1, 1));
            erase(server, ledger, person, theirs);
        }
    }

    private static void erase(
            ConfigurableApplicationContext server, ConsentLedger ledger, SubjectId person, int images)
            throws InterruptedException {
        var erasures = server.getBean(Erasures.class);
        var consent =
                server.getBean(Subjects.class).get(person).consents().getFirst().id();
        long start = System.nanoTime();
        ledger.withdraw(person, consent, "subject-request");
        double unreadable = 0;
        while (erasures.find(person).map(erasure -> erasure.state() != ErasureState.CERTIFIED).orElse(true)) {
            if (unreadable == 0 && erasures.find(person).isPresent()) {
                unreadable = (System.nanoTime() - start) / 1e9;
            }
            Thread.sleep(10);
        }
        double certified = (System.nanoTime() - start) / 1e9;
        var looked = java.util.Objects.requireNonNull(erasures.get(person).rescan());
        System.out.printf(
                Locale.ROOT,
                "%d images: unreadable after %.2f s, certified after %.1f s (%d rows, %d objects looked through)%n",
                images,
                unreadable,
                certified,
                looked.rows(),
                looked.objects());
    }

    private static void add(
            Datasets datasets, dev.facewright.platform.datasets.DatasetId dataset, SubjectId subject, int from, int count) {
        IntStream.range(from, from + count).parallel().forEach(seed -> {
            byte[] pixels = new byte[CROP * CROP * 3];
            new Random(seed).nextBytes(pixels);
            datasets.add(dataset, subject, ImageEncoder.png(new RgbImage(CROP, CROP, pixels)), null);
        });
    }

    private static SubjectId subject(ConsentLedger ledger, String code) {
        var given = Instant.parse("2026-01-15T00:00:00Z");
        var evidence = new NewConsent.Evidence("%PDF-1.7 of the benchmark".getBytes(StandardCharsets.US_ASCII));
        var consent = new NewConsent(
                Set.of(Purpose.TRAINING), "bench", "en", ConsentMethod.ELECTRONIC_FORM, given, null, evidence);
        return ledger.register(new NewSubject(code, consent));
    }

    private static ConfigurableApplicationContext server(Path folder) {
        var application = new SpringApplication(PlatformApplication.class);
        application.addInitializers(new EmbeddedStores());
        return application.run(
                "--facewright.data=" + folder.resolve("data"),
                "--facewright.keys.folder=" + folder.resolve("keys"),
                "--server.port=0",
                "--logging.level.root=warn");
    }
}

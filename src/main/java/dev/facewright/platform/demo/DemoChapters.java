package dev.facewright.platform.demo;

import dev.facewright.ml.backbone.Activation;
import dev.facewright.ml.head.ArcFace;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.HeadRecipe;
import dev.facewright.ml.train.NetworkRecipe;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.Schedule;
import dev.facewright.platform.benchmarks.BenchmarkEvent;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.ConsentMethod;
import dev.facewright.platform.consent.NewConsent;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.SealOptions;
import dev.facewright.platform.datasets.UploadEvent;
import dev.facewright.platform.datasets.UploadId;
import dev.facewright.platform.evaluation.EvaluationEvent;
import dev.facewright.platform.evaluation.EvaluationId;
import dev.facewright.platform.evaluation.EvaluationOptions;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportEvent;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.training.RunEvent;
import dev.facewright.platform.training.RunId;
import dev.facewright.platform.training.TrainingRuns;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demo from the first consent to the bundle, step by step. Each says in the log where to look.
@Component
@Profile("demo")
class DemoChapters {
    private static final Logger log = LoggerFactory.getLogger(DemoChapters.class);
    private static final String FACES = "Demo faces";
    private static final String MODEL = "Demo MobileFaceNet";
    private static final String BENCHMARK = "Demo benchmark";
    private static final long TRAINING_IDENTITIES = 1_000;
    private static final long TEST_IDENTITIES = 500_000;
    private static final int FOLDS = 10;
    private static final long SEED = 7;

    private final DemoSettings settings;
    private final DemoSignals signals;
    private final ConsentLedger consents;
    private final Datasets datasets;
    private final TrainingRuns runs;
    private final Benchmarks benchmarks;
    private final Evaluations evaluations;
    private final ExportBundles exports;
    private final Clock clock;

    DemoChapters(
            DemoSettings settings,
            DemoSignals signals,
            ConsentLedger consents,
            Datasets datasets,
            TrainingRuns runs,
            Benchmarks benchmarks,
            Evaluations evaluations,
            ExportBundles exports,
            Clock clock) {
        this.settings = settings;
        this.signals = signals;
        this.consents = consents;
        this.datasets = datasets;
        this.runs = runs;
        this.benchmarks = benchmarks;
        this.evaluations = evaluations;
        this.exports = exports;
        this.clock = clock;
    }

    /// The pseudonym of one of the demo's people.
    static String code(int person) {
        return String.format(Locale.ROOT, "demo-%03d", person);
    }

    /// @return the export at its end
    ExportId tell() throws IOException, InterruptedException {
        List<String> people = IntStream.range(0, settings.people())
                .mapToObj(DemoChapters::code)
                .toList();
        people.forEach(this::register);
        log.info("Demo 1/6: {} people who do not exist have consented, see /people", people.size());
        DatasetVersionId version = dataset(people);
        RunId run = runs.start(new NewRun(MODEL, version, recipe(), null));
        log.info("Demo 3/6: a small MobileFaceNet is being trained, see /runs/{}", run);
        BenchmarkId benchmark = benchmark();
        ModelVersionId model = signals.await(run, RunEvent.Completed.class).model();
        EvaluationId evaluation = evaluations.start(model, benchmark, EvaluationOptions.DEFAULT);
        log.info("Demo 5/6: the model is being scored on people it has never seen, see /evaluations/{}", evaluation);
        signals.await(evaluation, EvaluationEvent.Completed.class);
        ExportId export = exports.start(model);
        signals.await(export, ExportEvent.Completed.class);
        log.info("Demo 6/6: the bundle is ready, see /exports/{}. Now withdraw a consent under /people.", export);
        return export;
    }

    private void register(String code) {
        consents.register(new NewSubject(
                code,
                new NewConsent(
                        EnumSet.of(Purpose.TRAINING, Purpose.EVALUATION),
                        "demo-1",
                        "en",
                        ConsentMethod.ELECTRONIC_FORM,
                        clock.instant(),
                        null,
                        new NewConsent.Evidence(evidence(code)))));
    }

    /// A sheet that says what it is: nobody has signed anything.
    private static byte[] evidence(String code) {
        return ("%PDF-1.4\n% Generated for the demo: " + code + " does not exist and agrees to everything.\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private DatasetVersionId dataset(List<String> people) throws IOException, InterruptedException {
        DatasetId dataset = datasets.create(FACES, Purpose.TRAINING, "Rendered faces of people who do not exist.");
        Path archive = Files.createTempFile("facewright-demo", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(archive)) {
                DemoFaces.trainingArchive(people, settings.imagesEach(), TRAINING_IDENTITIES, out);
            }
            UploadId upload = datasets.upload(dataset, archive);
            log.info("Demo 2/6: their pictures are being uploaded, see /datasets/{}", dataset);
            signals.await(upload, UploadEvent.Ended.class);
        } finally {
            Files.deleteIfExists(archive);
        }
        return datasets.seal(dataset, SealOptions.DEFAULT);
    }

    private BenchmarkId benchmark() throws IOException, InterruptedException {
        List<String> people = IntStream.range(0, settings.testPeople())
                .mapToObj(person -> "demo_" + person)
                .toList();
        var archive = new ByteArrayOutputStream();
        DemoFaces.benchmarkArchive(people, settings.testImagesEach(), TEST_IDENTITIES, archive);
        BenchmarkId benchmark = benchmarks.upload(
                new NewBenchmark(
                        BENCHMARK,
                        LegalBasis.SYNTHETIC,
                        "Nobody is pictured: every face is rendered from random numbers.",
                        "Rendered by this server",
                        "No rights are reserved"),
                new ByteArrayInputStream(archive.toByteArray()),
                DemoPairs.draw(people, settings.testImagesEach(), FOLDS, settings.pairsOfAKind(), SEED));
        log.info("Demo 4/6: other faces to test on are being aligned, see /benchmarks/{}", benchmark);
        signals.await(benchmark, BenchmarkEvent.Ingested.class);
        return benchmark;
    }

    /// Half as wide as in the paper, with values that suit a few people and a few minutes.
    private Recipe recipe() {
        return Recipe.defaults()
                .but()
                .network(new NetworkRecipe("mobilefacenet", 0.5, 128, Activation.PRELU, 8))
                .head(HeadRecipe.defaults().with(ArcFace.SCALE, 32).with(ArcFace.MARGIN, 0.3))
                .epochs(settings.epochs())
                .batchSize(32)
                .schedule(new Schedule(Schedule.Kind.COSINE, 0.05, 1e-4, 20))
                .checkpoints(new CheckpointRule(50))
                .seed(SEED)
                .recipe();
    }
}

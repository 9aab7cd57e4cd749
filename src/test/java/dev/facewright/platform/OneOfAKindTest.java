package dev.facewright.platform;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.accounts.Accounts;
import dev.facewright.platform.accounts.NewAccount;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.benchmarks.BenchmarkId;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.NewSubject;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.consent.SubjectImport;
import dev.facewright.platform.consent.SubjectImport.ImportProblem;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Datasets.AddedImage;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Pictures;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.evaluation.EvaluationId;
import dev.facewright.platform.evaluation.EvaluationOptions;
import dev.facewright.platform.evaluation.Evaluations;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.kernel.DomainException;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.ObjectStore.ListedObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Where there is one of something, all but one of those who come at the same time are told so, by the name of the
/// rule.
@FacewrightTest
class OneOfAKindTest {
    private static final int AT_ONCE = 4;

    private final Waiting waiting;
    private final Scene scene;
    private final Accounts accounts;
    private final Datasets datasets;
    private final ConsentLedger ledger;
    private final SubjectImport imports;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final Evaluations evaluations;
    private final ExportBundles exports;
    private final ObjectStore store;

    OneOfAKindTest(
            Waiting waiting,
            Scene scene,
            Accounts accounts,
            Datasets datasets,
            ConsentLedger ledger,
            SubjectImport imports,
            Benchmarks benchmarks,
            ModelRegistry models,
            Evaluations evaluations,
            ExportBundles exports,
            ObjectStore store) {
        this.waiting = waiting;
        this.scene = scene;
        this.accounts = accounts;
        this.datasets = datasets;
        this.ledger = ledger;
        this.imports = imports;
        this.benchmarks = benchmarks;
        this.models = models;
        this.evaluations = evaluations;
        this.exports = exports;
        this.store = store;
    }

    @Test
    void usernames() {
        String name = "one-" + UUID.randomUUID().toString().substring(0, 8);
        var answers = atOnce(
                "account",
                () -> accounts.create(new NewAccount(name, "long enough to pass", Set.of(Role.ML_ENGINEER))));
        oneAndTheRest(answers, "username-taken");
    }

    @Test
    void namesOfDatasets() {
        String name = "one " + UUID.randomUUID();
        var answers = atOnce("dataset", () -> datasets.create(name, Purpose.TRAINING, ""));
        oneAndTheRest(answers, "dataset-name-taken");
    }

    @Test
    void codesOfPeople() {
        var consent = scene.people().consent(People.to(Purpose.TRAINING), null);
        var person = new NewSubject(People.anyCode(), consent);
        oneAndTheRest(atOnce("data_subject", () -> ledger.register(person)), "subject-code-taken");
    }

    @Test
    void twoImportsOfTheSamePeopleInAnyOrder() {
        String first = People.anyCode();
        String second = People.anyCode();
        var answers = waiting.allLookBeforeAnyWrites(
                "data_subject",
                List.of(() -> imports.run(sheet(first, second)), () -> imports.run(sheet(second, first))));
        assertThat(answers)
                .map(SubjectImport.Result.class::cast)
                .extracting(SubjectImport.Result::registered)
                .containsExactlyInAnyOrder(2, 0);
        assertThat(answers)
                .map(SubjectImport.Result.class::cast)
                .flatExtracting(SubjectImport.Result::problems)
                .hasSize(2)
                .extracting(ImportProblem::messageKey)
                .containsOnly("consent.import.problem.taken");
    }

    @Test
    void namesOfBenchmarksAndWhoseItIsIsSaid() {
        String name = "one " + UUID.randomUUID();
        var answers = atOnce("benchmark", () -> benchmark(name));
        BenchmarkId one = (BenchmarkId) oneAndTheRest(answers, "benchmark-name-taken");
        assertThat(answers)
                .filteredOn(DomainException.class::isInstance)
                .allSatisfy(refusal ->
                        assertThat(((DomainException) refusal).arguments()).containsExactly(one));
    }

    @Test
    void evaluationsUnderWay() throws IOException {
        ModelVersionId model = TinyModel.register(models, "one at a time");
        BenchmarkId benchmark = benchmark("one " + UUID.randomUUID());
        eventually(() -> assertThat(benchmarks.get(benchmark).ready()).isTrue());
        var answers = atOnce("evaluation", () -> evaluations.start(model, benchmark, EvaluationOptions.DEFAULT));
        evaluations.cancel((EvaluationId) oneAndTheRest(answers, "evaluation-under-way"));
    }

    @Test
    void exportsUnderWay() {
        ModelVersionId model = TinyModel.register(models, "one at a time");
        var answers = atOnce("export_bundle", () -> exports.start(model));
        exports.cancel((ExportId) oneAndTheRest(answers, "export-under-way"));
    }

    @Test
    void numbersOfVersions() throws InterruptedException {
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone());
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<DatasetVersionId> seal = () -> scene.sealed(dataset);
            assertThat(threads.invokeAll(Collections.nCopies(AT_ONCE, seal)))
                    .map(version -> datasets.version(version.resultNow()).number())
                    .containsExactlyInAnyOrder(1, 2, 3, 4);
        }
    }

    @Test
    void picturesOfADataset() {
        SubjectId alice = scene.someone();
        DatasetId dataset = scene.dataset();
        byte[] picture = Pictures.crop(41);
        ObjectOwner owner = ObjectOwner.subject(alice.value());
        long before = objectsOf(owner);

        var answers = atOnce("dataset_image", () -> datasets.add(dataset, alice, picture, null));

        assertThat(answers)
                .map(AddedImage.class::cast)
                .filteredOn(added -> !added.duplicate())
                .singleElement()
                .extracting(AddedImage::id)
                .isInstanceOfSatisfying(
                        ImageId.class,
                        one -> assertThat(answers)
                                .map(AddedImage.class::cast)
                                .allMatch(added -> added.id().equals(one)));
        assertThat(objectsOf(owner) - before).as("a picture and its crop").isEqualTo(2);
    }

    private long objectsOf(ObjectOwner owner) {
        try (Stream<ListedObject> all = store.list(owner)) {
            return all.count();
        }
    }

    private List<Object> atOnce(String table, Callable<?> work) {
        return waiting.allLookBeforeAnyWrites(table, Collections.nCopies(AT_ONCE, work));
    }

    /// @return what the one got
    private static Object oneAndTheRest(List<Object> answers, String refusal) {
        assertThat(answers)
                .filteredOn(DomainException.class::isInstance)
                .hasSize(AT_ONCE - 1)
                .allSatisfy(each -> assertThat(((DomainException) each).slug()).isEqualTo(refusal));
        return answers.stream()
                .filter(answer -> !(answer instanceof Throwable))
                .findAny()
                .orElseThrow();
    }

    private BenchmarkId benchmark(String name) throws IOException {
        return benchmarks.upload(
                new NewBenchmark(name, LegalBasis.SYNTHETIC, "drawn", "a test", "none"),
                new ByteArrayInputStream(TinyBenchmark.archive()),
                TinyBenchmark.pairs());
    }

    private static byte[] sheet(String... codes) {
        StringBuilder csv = new StringBuilder(String.join(",", SubjectImport.heading()));
        for (String code : codes) {
            csv.append('\n').append(code).append(",TRAINING,2026-01,en,WRITTEN_FORM,2026-01-01,");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}

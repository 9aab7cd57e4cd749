package dev.facewright.platform.benchmarks;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.image.FaceAligner;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.benchmarks.BenchmarkProblem.BenchmarkNameTaken;
import dev.facewright.platform.benchmarks.IngestBenchmarkHandler.IngestBenchmark;
import dev.facewright.platform.jobs.CancelRace;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobsByHand;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectOwner;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.StorageProblem.KeyDestroyed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@FacewrightTest
class BenchmarkFlowTest {
    private final TestClient engineer;
    private final Benchmarks benchmarks;
    private final BenchmarkRecords records;
    private final BenchmarkObjects objects;
    private final ObjectStore store;
    private final BenchmarkRepository rows;
    private final IngestBenchmarkHandler handler;
    private final JobsByHand jobs;
    private final CancelRace race;
    private final Clock clock;

    BenchmarkFlowTest(
            TestSession session,
            Benchmarks benchmarks,
            BenchmarkRecords records,
            BenchmarkObjects objects,
            ObjectStore store,
            BenchmarkRepository rows,
            IngestBenchmarkHandler handler,
            JobsByHand jobs,
            CancelRace race,
            Clock clock) {
        this.engineer = session.as(Role.ML_ENGINEER);
        this.benchmarks = benchmarks;
        this.records = records;
        this.objects = objects;
        this.store = store;
        this.rows = rows;
        this.handler = handler;
        this.jobs = jobs;
        this.race = race;
        this.clock = clock;
    }

    @Test
    void onlyImagesThatThePairsNameAreKeptAndNoNames() throws IOException {
        BenchmarkId id = ready();

        BenchmarkRecords.Opened benchmark = records.get(id);
        BenchmarkIndex index = objects.index(id, benchmark.key());

        assertThat(objects.block(id, benchmark.key(), 0)).hasSize(TinyBenchmark.IMAGES * FaceAligner.CROP_BYTES);
        assertThat(index.images()).isEqualTo(TinyBenchmark.IMAGES);
        assertThat(index.pairs()).allSatisfy(pair -> assertThat(pair.first()).matches("\\d+"));
        eventually(() -> assertThat(staged(id)).isFalse());
    }

    @Test
    void theArchiveGoesThoughTheServerDiedRightAfterTheLastImage() throws IOException {
        BenchmarkId id = ready();
        eventually(() -> assertThat(staged(id)).isFalse());
        objects.stage(id, records.get(id).key(), archive(), TinyBenchmark.pairs());

        jobs.end(
                handler,
                new IngestBenchmark(id),
                jobs.unqueued(IngestBenchmarkHandler.TYPE),
                new JobOutcome.Succeeded());

        assertThat(staged(id)).isFalse();
        assertThat(benchmarks.get(id).ready()).isTrue();
    }

    private boolean staged(BenchmarkId id) {
        return store.exists(key(id, "archive")) || store.exists(key(id, "pairs"));
    }

    @Test
    void itsImagesAreOutOfReachOfDatasetsAndTraining() throws IOException {
        BenchmarkId id = ready();

        byte[] stored = store.get(key(id, "block-0"));

        var run = Map.of("name", "on a benchmark", "dataset", id.toString());
        assertThat(engineer.post("/api/v1/runs", run).expect(404).problem()).isEqualTo("dataset-version-not-found");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(TinyBenchmark.crop(0, 1).pixels(), 0, 300, StandardCharsets.ISO_8859_1));
        assertThat(engineer.get("/api/v1/benchmarks/" + id + "/images").status())
                .isEqualTo(404);
    }

    @Test
    void deletingDestroysImagesAndKeyAndLeavesTheNumbers() throws IOException {
        BenchmarkId id = ready();
        BenchmarkRecords.Opened benchmark = records.get(id);
        byte[] copy = store.get(key(id, "block-0"));

        engineer.delete("/api/v1/benchmarks/" + id).expect(204);
        engineer.delete("/api/v1/benchmarks/" + id).expect(204);

        assertThat(store.exists(key(id, "block-0"))).isFalse();
        store.put(key(id, "block-0"), copy, "application/octet-stream");
        assertThatThrownBy(() -> objects.block(id, benchmark.key(), 0)).isInstanceOf(KeyDestroyed.class);
        assertThat(benchmarks.get(id).status()).isEqualTo(BenchmarkStatus.DELETED);
        assertThat(benchmarks.get(id).pairs()).isEqualTo(TinyBenchmark.PAIRS);
    }

    @Test
    void oneMayBeDeletedWhileItsIngestionBeginsOrEnds() {
        BenchmarkId first = unqueued();
        race.meetsTheBeginning(handler, new IngestBenchmark(first), () -> benchmarks.delete(first));
        BenchmarkId second = unqueued();
        race.meetsTheEnd(handler, new IngestBenchmark(second), () -> benchmarks.delete(second));
    }

    private BenchmarkId unqueued() {
        BenchmarkId id = BenchmarkId.random();
        Benchmark row = new Benchmark(
                id, described(), PairList.parse(TinyBenchmark.pairs()), objects.createKey(id), clock.instant());
        row.life().queuedAs(jobs.unqueued(IngestBenchmarkHandler.TYPE));
        return rows.saveAndFlush(row).id();
    }

    @Test
    void anArchiveThatLacksImagesIsRefusedAndNothingOfItIsKept() throws IOException {
        BenchmarkId id = upload(TinyBenchmark.archive(TinyBenchmark.IMAGES - 1));

        eventually(() -> assertThat(benchmarks.get(id).status()).isEqualTo(BenchmarkStatus.FAILED));

        assertThat(benchmarks.get(id).failure()).isEqualTo("benchmark-images-missing");
        assertThat(engineer.page("/benchmarks/" + id).expect(200).text())
                .contains("1 of the images that the pairs name", "pair 12 is the first without one");
        eventually(() -> assertThat(store.exists(key(id, "archive"))).isFalse());
    }

    @Test
    void aFileThatIsNoArchiveIsRefused() throws IOException {
        BenchmarkId id = upload("just text, and more of it".getBytes(StandardCharsets.UTF_8));

        eventually(() -> assertThat(benchmarks.get(id).failure()).isEqualTo("benchmark-archive-refused"));
    }

    @Test
    void theFormSaysWhichLineOfThePairsIsWrongAndKeepsWhatWasTyped() {
        assertThat(uploadPairs("2\t1\np0\t1\n").expect(422).text()).contains("Line ", "typed source", "checked");
    }

    @Test
    void aChineseReaderIsToldInChineseWhichLineIsWrong() {
        try {
            engineer.page("/benchmarks?lang=zh");
            assertThat(uploadPairs("2\t1\np0\t1\n").expect(422).text())
                    .contains("第 3 行：第一行声明了 4 对，但文件只有 1 对。文件必须采用")
                    .doesNotContain("Line ");
            assertThat(uploadPairs("1\t1\np0\t1\t2\np0\t1\tp1\t1\n").text()).contains("此文件只有一折");
        } finally {
            engineer.page("/benchmarks?lang=en");
        }
    }

    private TestResponse uploadPairs(String pairs) {
        return engineer.upload(
                "/benchmarks",
                Map.of(
                        "name",
                        "wrong pairs",
                        "legalBasis",
                        "CONSENT",
                        "legalBasisNote",
                        "n",
                        "source",
                        "typed source",
                        "licence",
                        "l"),
                new TestFile("archive", "tiny.zip", TinyBenchmark.archive()),
                new TestFile("pairs", "pairs.txt", pairs.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFormAsksForWhatIsMissing() {
        TestResponse answer = engineer.upload("/benchmarks", Map.of("name", ""));

        assertThat(answer.expect(422).text()).contains("Choose a file.", "aria-invalid=\"true\"");
    }

    @Test
    void aNameIsTakenUntilItsBenchmarkIsDeleted() throws IOException {
        NewBenchmark described = described();
        BenchmarkId first = benchmarks.upload(described, archive(), TinyBenchmark.pairs());

        assertThatThrownBy(() -> benchmarks.upload(described, archive(), TinyBenchmark.pairs()))
                .isInstanceOf(BenchmarkNameTaken.class);
        benchmarks.delete(first);
        assertThat(benchmarks.upload(described, archive(), TinyBenchmark.pairs()))
                .isNotEqualTo(first);
    }

    private BenchmarkId ready() throws IOException {
        BenchmarkId id = upload(TinyBenchmark.archive());
        eventually(() -> assertThat(benchmarks.get(id).ready()).isTrue());
        return id;
    }

    private BenchmarkId upload(byte[] archive) throws IOException {
        return benchmarks.upload(described(), new ByteArrayInputStream(archive), TinyBenchmark.pairs());
    }

    private static ByteArrayInputStream archive() {
        return new ByteArrayInputStream(TinyBenchmark.archive());
    }

    private static NewBenchmark described() {
        return new NewBenchmark("tiny " + UUID.randomUUID(), LegalBasis.SYNTHETIC, "drawn", "a test", "none");
    }

    private static ObjectKey key(BenchmarkId id, String name) {
        return ObjectKey.of(ObjectOwner.benchmark(id.value()), name);
    }
}

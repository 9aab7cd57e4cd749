package dev.facewright.platform.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.benchmarks.Benchmarks;
import dev.facewright.platform.benchmarks.LegalBasis;
import dev.facewright.platform.benchmarks.NewBenchmark;
import dev.facewright.platform.benchmarks.TinyBenchmark;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.Pictures;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.evaluation.TinyModel;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.storage.ObjectStore;
import dev.facewright.platform.storage.StoreAttic;
import dev.facewright.platform.storage.StoreAttic.StoredName;
import dev.facewright.platform.sweep.Halts.Halt;
import dev.facewright.platform.sweep.Halts.Step;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Work that stops at a put for good, or for so long that it is taken for dead: afterwards nothing of it is there.
@FacewrightTest
class BrokenOffWorkTest {
    private final Sweeps sweeps;
    private final StoreAttic attic;
    private final ObjectStore store;
    private final Datasets datasets;
    private final Benchmarks benchmarks;
    private final ModelRegistry models;
    private final Scene scene;
    private final JdbcClient jdbc;
    private final TestClock clock;

    @TempDir
    Path folder;

    private Set<String> before = Set.of();
    private long keysBefore;

    BrokenOffWorkTest(
            Sweeps sweeps,
            StoreAttic attic,
            ObjectStore store,
            Datasets datasets,
            Benchmarks benchmarks,
            ModelRegistry models,
            Scene scene,
            JdbcClient jdbc,
            TestClock clock) {
        this.sweeps = sweeps;
        this.attic = attic;
        this.store = store;
        this.datasets = datasets;
        this.benchmarks = benchmarks;
        this.models = models;
        this.scene = scene;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @BeforeEach
    void clean() {
        clock.advance(Duration.ofHours(2));
        assertThat(sweeps.sweep()).map(SweepView::status).contains("DONE");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anUploadThatWasKilledLeavesNeitherArchiveNorKey(Step step) throws Exception {
        DatasetId dataset = scene.dataset();
        Path archive = Files.write(folder.resolve("archive.zip"), zip());

        leavesNothing(step, 0, () -> datasets.upload(dataset, archive));

        assertThat(jdbc.sql("select status || ' ' || failure from dataset_upload where dataset_id = ?")
                        .param(dataset.value())
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED upload-broken");
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_THE_PUT, 0", "AFTER_THE_PUT, 0", "BEFORE_THE_PUT, 1", "AFTER_THE_PUT, 1"})
    void aBenchmarkThatWasKilledLeavesNothing(Step step, int put) throws Exception {
        NewBenchmark described =
                new NewBenchmark("broken " + UUID.randomUUID(), LegalBasis.SYNTHETIC, "nobody", "here", "none");

        leavesNothing(
                step,
                put,
                () -> benchmarks.upload(
                        described, new ByteArrayInputStream(TinyBenchmark.archive()), TinyBenchmark.pairs()));

        assertThat(jdbc.sql("select failure from benchmark where name = ?")
                        .param(described.name())
                        .query(String.class)
                        .single())
                .isEqualTo("benchmark-upload-broken");
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aModelWhoseRegistrationWasKilledLeavesNoWeights(Step step) throws Exception {
        leavesNothing(step, 0, () -> TinyModel.register(models, "broken off"));
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_THE_PUT, 0", "AFTER_THE_PUT, 0", "BEFORE_THE_PUT, 1", "AFTER_THE_PUT, 1"})
    void anImageThatWasBeingTakenLeavesNeitherPictureNorCrop(Step step, int put) throws Exception {
        DatasetId dataset = scene.dataset();
        SubjectId alice = scene.someone();

        leavesNothing(step, put, () -> datasets.add(dataset, alice, Pictures.crop(1), null));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aVersionThatWasBeingSealedLeavesNoManifest(Step step) throws Exception {
        DatasetId dataset = scene.datasetOf(scene.someone(), scene.someone());

        leavesNothing(step, 0, () -> scene.sealed(dataset));
    }

    @Test
    void anUploadThatTakesDaysIsNotTouched() throws Exception {
        DatasetId dataset = scene.dataset();
        Path archive = Files.write(folder.resolve("archive.zip"), zip());
        Halt slow = Halts.at(Step.AFTER_THE_PUT, 0, () -> datasets.upload(dataset, archive));

        clock.advance(Duration.ofDays(3));
        SweepView swept = sweeps.sweep().orElseThrow();

        assertThat(swept.found()).isZero();
        assertThat(slow.goesOn()).isNull();
        assertThat(jdbc.sql("select job_id is not null from dataset_upload where dataset_id = ?")
                        .param(dataset.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private void leavesNothing(Step step, int put, Callable<?> work) throws Exception {
        before = names();
        keysBefore = liveKeys();
        Halt halt = Halts.at(step, put, work);
        clock.advance(Duration.ofHours(2));
        assertThat(sweeps.sweep()).map(SweepView::found).contains(0L); // it is alive, however slow

        halt.isTakenForDead(jdbc);
        assertThat(sweeps.sweep())
                .map(SweepView::plans)
                .hasValueSatisfying(plans -> assertThat(plans).isPositive());
        nothingIsLeft();

        var _ = halt.goesOn(); // if it comes back after all
        clock.advance(Duration.ofHours(2));
        assertThat(sweeps.sweep()).map(SweepView::status).contains("DONE");
        nothingIsLeft();
        assertThat(jdbc.sql("select count(*) from planned_object")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void nothingIsLeft() {
        assertThat(names()).isEqualTo(before);
        assertThat(liveKeys()).isEqualTo(keysBefore);
    }

    private long liveKeys() {
        return jdbc.sql("select count(*) from data_key where wrapped_key is not null")
                .query(Long.class)
                .single();
    }

    private Set<String> names() {
        try (Stream<StoredName> all = attic.names()) {
            return all.map(StoredName::name).collect(Collectors.toSet());
        }
    }

    private static byte[] zip() {
        return TinyBenchmark.archive();
    }
}

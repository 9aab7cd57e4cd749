package dev.facewright.platform.training;

import static dev.facewright.platform.training.RunsByHand.failedBy;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Purpose;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.datasets.ImageId;
import dev.facewright.platform.datasets.Split;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.models.SealedData;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people are told of a run in which something goes wrong.
@FacewrightTest
class RunFaultsTest {
    private final TrainingRuns runs;
    private final RunMetrics metrics;
    private final RunLog log;
    private final Datasets datasets;
    private final ObjectStore store;
    private final JdbcClient jdbc;
    private final TestSession session;
    private final SealedData data;
    private final RunsByHand byHand;

    RunFaultsTest(
            RunsByHand byHand,
            TrainingRuns runs,
            RunRepository rows,
            RunMetrics metrics,
            RunLog log,
            RecipeJson recipes,
            Datasets datasets,
            ObjectStore store,
            JdbcClient jdbc,
            TestSession session,
            Clock clock,
            ConsentLedger ledger,
            Subjects subjects) {
        this.runs = runs;
        this.metrics = metrics;
        this.log = log;
        this.datasets = datasets;
        this.store = store;
        this.jdbc = jdbc;
        this.session = session;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
        this.byHand = byHand;
    }

    @Test
    void aRunThatDivergesGoesBackOnceAndThenFailsAndSaysBoth() {
        RunId id = byHand.unqueued(data.sealed(2, 4).version(), TinyRecipe.diverging());

        assertThat(byHand.train(id)).satisfies(failedBy("training-diverged"));

        RunView run = runs.get(id);
        assertThat(run.status()).isEqualTo(JobStatus.FAILED);
        assertThat(run.detail()).contains("at learning rate 5", "had been halved");
        RunLogEntry halved = log.latest(id, 1000).stream()
                .filter(entry -> entry.kind().equals("rate-halved"))
                .findFirst()
                .orElseThrow();
        long from = requireNonNull(halved.step());
        assertThat(Long.parseLong(requireNonNull(halved.detail()))).isGreaterThan(from);
        assertThat(metrics.steps(id, 0, 1, 1000))
                .extracting(StepMetric::step)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(metrics.steps(id, 0, 1, 1000))
                .filteredOn(step -> step.step() >= from)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.learningRate()).isEqualTo(5));
        assertThat(audited(id)).containsOnlyOnce("training.run-set-back");
        var engineer = session.as(Role.ML_ENGINEER);
        assertThat(engineer.get("/api/v1/runs/" + id + "/log?limit=1000")
                        .expect(200)
                        .json()
                        .valueStream()
                        .filter(entry -> entry.get("kind").asString().equals("rate-halved"))
                        .map(entry -> entry.get("step").asLong()))
                .containsExactly(from);
        assertThat(engineer.page("/runs/" + id).expect(200).text())
                .contains("also not at half the learning rate", "on at half the learning rate");
    }

    @Test
    void anImageThatWasChangedInTheStoreIsNamed() {
        var sealed = data.sealed(2, 6);
        ImageId image =
                datasets.open(sealed.version(), Split.TRAIN, Purpose.TRAINING).image(3);
        store.put(crop(image), "not what was sealed".getBytes(StandardCharsets.UTF_8), "image/png");
        RunId id = byHand.unqueued(sealed.version(), TinyRecipe.epochs(1));

        assertThat(byHand.train(id)).satisfies(failedBy("sealed-image-damaged"));

        assertThat(runs.get(id).detail()).isEqualTo(image.toString());
        assertThat(session.as(Role.ML_ENGINEER).page("/runs/" + id).expect(200).text())
                .contains("The stored image " + image + " of the version " + sealed.version());
    }

    @Test
    void anImageThatIsGoneFromTheStoreIsNamed() {
        var sealed = data.sealed(2, 6);
        ImageId image =
                datasets.open(sealed.version(), Split.TRAIN, Purpose.TRAINING).image(0);
        store.delete(crop(image));
        RunId id = byHand.unqueued(sealed.version(), TinyRecipe.epochs(1));

        assertThat(byHand.train(id)).satisfies(failedBy("sealed-image-damaged"));
        assertThat(runs.get(id).detail()).isEqualTo(image.toString());
    }

    private ObjectKey crop(ImageId image) {
        return new ObjectKey(jdbc.sql("select crop_key from dataset_image where id = ?")
                .param(image.value())
                .query(String.class)
                .single());
    }

    private List<String> audited(RunId run) {
        return jdbc.sql("select action from audit_entry where ids ->> 'run' = ?")
                .param(run.toString())
                .query(String.class)
                .list();
    }
}

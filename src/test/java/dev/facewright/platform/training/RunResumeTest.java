package dev.facewright.platform.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.train.Checkpoint;
import dev.facewright.ml.train.CheckpointRule;
import dev.facewright.ml.train.Numerics;
import dev.facewright.ml.train.Recipe;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobOutcome;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.models.ModelLineage;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.SealedData;
import dev.facewright.platform.storage.ObjectKey;
import dev.facewright.platform.storage.ObjectStore;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs that are interrupted, taken through their handler as the queue would.
@FacewrightTest
class RunResumeTest {
    private static final int EPOCHS = 3;
    private static final int STEPS = 3 * EPOCHS;
    private static final Recipe RECIPE = TinyRecipe.epochs(EPOCHS);

    private final TrainingRuns runs;
    private final RunMetrics metrics;
    private final RunLog log;
    private final ModelRegistry models;
    private final ModelLineage lineage;
    private final JdbcClient jdbc;
    private final Checkpoints checkpoints;
    private final ObjectStore store;
    private final TestSession session;
    private final People people;
    private final SealedData data;
    private final RunsByHand byHand;

    RunResumeTest(
            TrainingRuns runs,
            RunMetrics metrics,
            RunLog log,
            RunsByHand byHand,
            ModelRegistry models,
            ModelLineage lineage,
            JdbcClient jdbc,
            Checkpoints checkpoints,
            ObjectStore store,
            TestSession session,
            Clock clock,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets) {
        this.runs = runs;
        this.metrics = metrics;
        this.log = log;
        this.models = models;
        this.lineage = lineage;
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
        this.store = store;
        this.session = session;
        this.people = new People(ledger, subjects, clock);
        this.data = new SealedData(datasets, people);
        this.byHand = byHand;
    }

    @Test
    void aRunWhoseProcessDiedGoesOnAndEndsWithTheSameModel() {
        var sealed = data.sealed(2, 6);
        RunId whole = byHand.unqueued(sealed.version(), RECIPE);
        assertThat(byHand.attempt(whole, () -> {})).isInstanceOf(JobOutcome.Succeeded.class);

        RunId killed = byHand.unqueued(sealed.version(), RECIPE);
        assertThatThrownBy(() -> byHand.attempt(killed, dyingAtStep(6))).isInstanceOf(Killed.class);
        assertThat(runs.get(killed).status()).isEqualTo(JobStatus.RUNNING);
        assertThat(byHand.attempt(killed, () -> {})).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(log.latest(killed, 100)).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo("resumed");
            assertThat(entry.step()).isBetween(4L, 6L);
        });
        assertThat(runs.get(killed).progress().stepsDone()).isEqualTo(STEPS);
        assertThat(metrics.epochs(killed)).hasSize(EPOCHS);
        assertThat(weights(killed)).isEqualTo(weights(whole));
    }

    @Test
    void aRunOnAWorkerThatShutsDownIsPutBack() {
        RunId id = byHand.unqueued(data.sealed(2, 6).version(), RECIPE);
        assertThat(byHand.whileShuttingDown(id)).isInstanceOf(JobOutcome.RetryLater.class);
        assertThat(runs.get(id).status()).isEqualTo(JobStatus.QUEUED);
        assertThat(byHand.attempt(id, () -> {})).isInstanceOf(JobOutcome.Succeeded.class);
    }

    @Test
    void aRunThatEndsDuringAWithdrawalRegistersNothing() {
        var sealed = data.sealed(2, 6);
        RunId id = byHand.unqueued(sealed.version(), RECIPE);
        Runnable withdrawing =
                atStep(STEPS - 1, () -> people.withdraws(sealed.people().getFirst()));
        assertThat(byHand.attempt(id, withdrawing)).isInstanceOf(JobOutcome.Cancelled.class);
        assertThat(runs.get(id).status()).isEqualTo(JobStatus.CANCELLED);
        assertThat(runs.get(id).reason()).isEqualTo("dataset-version-revoked");
        assertThat(lineage.carrying(sealed.version())).isEmpty();
    }

    @Test
    void aJobThatIsGivenUpFailsItsRun() {
        RunId id = byHand.unqueued(data.sealed(2, 6).version(), RECIPE);
        byHand.giveUp(id, new JobOutcome.Failed("unexpected-error", List.of(), "trace"));
        assertThat(runs.get(id)).satisfies(run -> {
            assertThat(run.status()).isEqualTo(JobStatus.FAILED);
            assertThat(run.reason()).isEqualTo("unexpected-error");
            assertThat(run.detail()).isEqualTo("trace");
        });
    }

    @Test
    void aCheckpointThatCannotBeReadIsPassedOverAndTheLogSaysSo() {
        RunId whole = byHand.unqueued(data.sealed(2, 6).version(), RECIPE);
        assertThatThrownBy(() -> byHand.attempt(whole, dyingAtStep(7))).isInstanceOf(Killed.class);
        List<Long> kept = keptSteps(whole);
        store.put(keys(whole).getFirst(), new byte[] {1, 2, 3}, "application/octet-stream");

        assertThat(byHand.attempt(whole, () -> {})).isInstanceOf(JobOutcome.Succeeded.class);

        assertThat(log.latest(whole, 100))
                .anySatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo("checkpoint-unreadable");
                    assertThat(entry.step()).isEqualTo(kept.getFirst());
                })
                .anySatisfy(entry -> {
                    assertThat(entry.kind()).isEqualTo("resumed");
                    assertThat(entry.step()).isEqualTo(kept.get(1));
                });
    }

    @Test
    void aRunThatGoesOnWithOtherThreadsSaysThatItsBitsMayDiffer() {
        RunId id = byHand.unqueued(data.sealed(2, 6).version(), RECIPE);
        assertThatThrownBy(() -> byHand.attempt(id, dyingAtStep(7))).isInstanceOf(Killed.class);
        Checkpoint newest = checkpoints.latest(id).orElseThrow();
        SortedMap<String, String> facts = new TreeMap<>(newest.numerics().facts());
        String threads = requireNonNull(facts.put("threads", "77"));
        checkpoints.save(
                id,
                new Checkpoint(
                        newest.progress(),
                        newest.adjustments(),
                        new Numerics(facts),
                        newest.runFingerprint(),
                        newest.model(),
                        newest.head(),
                        newest.optimiser()),
                RECIPE.checkpoints());

        byHand.attempt(id, () -> {});

        assertThat(log.latest(id, 100))
                .filteredOn(entry -> entry.kind().equals("resumed-elsewhere"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.detail()).isEqualTo("threads 77 → " + threads));
    }

    /// Of six epochs of three steps, with a checkpoint every two.
    @Test
    void theNewestAndTheBestCheckpointsAreKeptAndNoOtherObject() {
        Recipe recipe = TinyRecipe.keeping(6, new CheckpointRule(2, 1, 2));
        RunId id = byHand.unqueued(data.sealed(2, 6).version(), recipe);
        Set<ObjectKey> seen = new HashSet<>();
        Runnable dying = dyingAtStep(17);
        assertThatThrownBy(() -> byHand.attempt(id, () -> {
                    seen.addAll(keys(id));
                    dying.run();
                }))
                .isInstanceOf(Killed.class);

        List<Long> best = metrics.epochs(id).stream()
                .sorted(Comparator.comparingDouble(EpochMetric::meanLoss))
                .limit(2)
                .map(epoch -> 3L * (epoch.epoch() + 1))
                .toList();
        assertThat(keptSteps(id)).containsExactlyInAnyOrder(16L, best.get(0), best.get(1));
        var engineer = session.as(Role.ML_ENGINEER);
        assertThat(engineer.get("/api/v1/runs/" + id + "/checkpoints")
                        .expect(200)
                        .json()
                        .valueStream()
                        .map(kept -> kept.get("step").asLong()))
                .isEqualTo(keptSteps(id));
        assertThat(engineer.page("/runs/" + id).expect(200).text()).contains("Checkpoints to go on from: 3");
        assertThat(seen).hasSizeGreaterThan(8);
        assertThat(seen).filteredOn(store::exists).containsExactlyInAnyOrderElementsOf(keys(id));
    }

    private List<Long> keptSteps(RunId run) {
        return jdbc.sql("select global_step from run_checkpoint where run_id = ? order by global_step desc")
                .param(run.value())
                .query(Long.class)
                .list();
    }

    /// The newest first.
    private List<ObjectKey> keys(RunId run) {
        return jdbc
                .sql("select object_key from run_checkpoint where run_id = ? order by global_step desc")
                .param(run.value())
                .query(String.class)
                .list()
                .stream()
                .map(ObjectKey::new)
                .toList();
    }

    private String weights(RunId run) {
        return models.get(requireNonNull(runs.get(run).model())).weightsSha256();
    }

    private static Runnable dyingAtStep(int step) {
        return atStep(step, () -> {
            throw new Killed();
        });
    }

    private static Runnable atStep(int step, Runnable action) {
        int[] asked = {0};
        return () -> {
            if (asked[0]++ == step) {
                action.run();
            }
        };
    }

    private static class Killed extends RuntimeException {}
}

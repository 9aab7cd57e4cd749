package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.SealedData;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@FacewrightTest
class RunLogTest {
    private final RunLog log;
    private final TrainingRuns runs;
    private final JdbcClient jdbc;
    private final TestSession session;
    private final SealedData data;

    RunLogTest(
            RunLog log,
            TrainingRuns runs,
            JdbcClient jdbc,
            TestSession session,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock) {
        this.log = log;
        this.runs = runs;
        this.jdbc = jdbc;
        this.session = session;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
    }

    @Test
    void checkpointsThatFollowEachOtherAreOneLineOfThePage() {
        RunId run = endedRun();
        log.add(run, "started");
        for (long step = 100; step <= 12_000; step += 100) {
            log.add(run, "checkpoint", step, null);
        }
        log.add(run, "resumed", 12_000L, null);
        log.add(run, "checkpoint", 12_100L, null);

        assertThat(log.latestFolded(run, 3))
                .extracting(line -> line.last().kind() + " " + line.entries() + " " + line.firstStep() + " "
                        + line.last().step())
                .containsExactly("checkpoint 1 12100 12100", "resumed 1 12000 12000", "checkpoint 120 100 12000");
        assertThat(log.latest(run, 200)).hasSize(123);
        assertThat(session.as(Role.ML_ENGINEER).page("/runs/" + run).expect(200).text())
                .contains("120 checkpoints, at steps 100 to 12,000", "Checkpoint at step 12,100", ">Started<")
                .doesNotContain("step 11,900");
    }

    /// One whose own log is empty.
    private RunId endedRun() {
        var recipe = TinyRecipe.epochs(1);
        RunId run = runs.start(new NewRun("logged", data.sealed(2, 2).version(), recipe, null));
        session.as(Role.ML_ENGINEER).get("/api/v1/runs/" + run + "/events").expect(200);
        jdbc.sql("delete from run_log where run_id = ?").params(run.value()).update();
        return run;
    }
}

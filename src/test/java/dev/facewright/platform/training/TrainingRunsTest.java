package dev.facewright.platform.training;

import static dev.facewright.platform.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobQueue;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.Origin;
import dev.facewright.platform.models.SealedData;
import dev.facewright.platform.training.TrainingRuns.NewRun;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs as the queue takes them, with real training on a narrow network.
@FacewrightTest
class TrainingRunsTest {
    /// More than anyone waits for.
    private static final int FOR_EVER = 10_000;

    private final TrainingRuns runs;
    private final RunRepository rows;
    private final RunMetrics metrics;
    private final RunLog log;
    private final RecipeJson recipes;
    private final ModelRegistry models;
    private final JobQueue jobs;
    private final JdbcClient jdbc;
    private final TestSession session;
    private final People people;
    private final SealedData data;

    TrainingRunsTest(
            TrainingRuns runs,
            RunRepository rows,
            RunMetrics metrics,
            RunLog log,
            RecipeJson recipes,
            ModelRegistry models,
            JobQueue jobs,
            JdbcClient jdbc,
            TestSession session,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock) {
        this.runs = runs;
        this.rows = rows;
        this.metrics = metrics;
        this.log = log;
        this.recipes = recipes;
        this.models = models;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.session = session;
        this.people = new People(ledger, subjects, clock);
        this.data = new SealedData(datasets, people);
    }

    @Test
    void aRunTrainsAndRegistersItsModel() {
        var sealed = data.sealed(2, 4);
        var engineer = session.as(Role.ML_ENGINEER);
        var recipe = recipes.tree(TinyRecipe.epochs(2));
        var created = engineer.post(
                        "/api/v1/runs", Map.of("name", "two epochs", "dataset", sealed.version(), "recipe", recipe))
                .expect(201);
        RunId id = RunId.of(created.createdId());
        String stream =
                engineer.get("/api/v1/runs/" + id + "/events").expect(200).text();

        RunView run = runs.get(id);
        assertThat(run.status()).as(run.toString()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(run.progress().stepsDone()).isEqualTo(4);
        assertThat(run.progress().share()).isEqualTo(1);
        assertThat(metrics.epochs(id))
                .hasSize(2)
                .allSatisfy(epoch -> assertThat(epoch.meanLoss()).isPositive());
        assertThat(stream).contains("event:run", "event:metrics", "\"step\":3", "event:end");
        assertThat(log.latest(id, 100))
                .extracting(RunLogEntry::kind)
                .contains("queued", "started", "checkpoint", "succeeded");
        assertThat(engineer.get("/api/v1/runs/" + id + "/metrics?from=3")
                        .expect(200)
                        .json()
                        .at("/steps/0/step")
                        .asInt())
                .isEqualTo(3);
        assertThat(engineer.get("/api/v1/runs/" + id + "/metrics")
                        .json()
                        .path("dataWaitShare")
                        .asDouble())
                .isBetween(0.0, 1.0)
                .isEqualTo(run.progress().dataWaitShare());

        var model = models.get(requireNonNull(run.model()));
        assertThat(model.metrics())
                .extracting(ModelMetric::name)
                .contains("training-loss", "training-accuracy", "training-data-wait");
        assertThat(model.facts().embeddingDimensions()).isEqualTo(16);
        assertThat(model.origin()).isInstanceOfSatisfying(Origin.Trained.class, origin -> {
            assertThat(origin.runId()).isEqualTo(id.value());
            assertThat(origin.dataset()).isEqualTo(sealed.version());
            assertThat(recipes.read(origin.recipeJson())).isEqualTo(TinyRecipe.epochs(2));
            assertThat(origin.libraryVersions()).containsKey("pytorch");
        });
        eventually(() -> assertThat(checkpoints(id)).isZero());
        assertThat(engineer.page("/runs/" + id).expect(200).text())
                .contains("Succeeded", "/models/" + run.model(), "Time waited for images");
        assertThat(engineer.page("/runs").expect(200).text()).contains("two epochs");
    }

    @Test
    void cancellingStopsARunningRun() {
        RunId id = start(data.sealed(2, 2).version(), FOR_EVER);
        eventually(() -> assertThat(runs.get(id).progress().stepsDone()).isPositive());
        var engineer = session.as(Role.ML_ENGINEER);
        session.as(Role.DATA_OWNER).post("/api/v1/runs/" + id + "/cancellation").expect(403);
        engineer.post("/api/v1/runs/" + id + "/cancellation").expect(202);
        eventually(() -> assertThat(runs.get(id).status()).isEqualTo(JobStatus.CANCELLED));
        assertThat(runs.get(id).model()).isNull();
        assertThat(engineer.post("/api/v1/runs/" + id + "/cancellation")
                        .expect(409)
                        .problem())
                .isEqualTo("run-already-ended");
        eventually(() -> assertThat(checkpoints(id)).isZero());
    }

    @Test
    void aWaitingRunIsCancelledAtOnceAndNeverTrains() {
        RunId first = start(data.sealed(2, 2).version(), FOR_EVER);
        RunId waiting = start(data.sealed(2, 2).version(), FOR_EVER);
        runs.cancel(waiting);
        assertThat(runs.get(waiting).status()).isEqualTo(JobStatus.CANCELLED);
        runs.cancel(first);
        var job = rows.findById(waiting.value()).orElseThrow().life().job().orElseThrow();
        eventually(() -> assertThat(jobs.view(job).status()).isEqualTo(JobStatus.CANCELLED));
        assertThat(metrics.epochs(waiting)).isEmpty();
    }

    @Test
    void withdrawingConsentCancelsTheRunsOnTheData() {
        var sealed = data.sealed(2, 2);
        RunId running = start(sealed.version(), FOR_EVER);
        RunId waiting = start(sealed.version(), FOR_EVER);
        eventually(() -> assertThat(runs.get(running).progress().stepsDone()).isPositive());
        people.withdraws(sealed.people().getFirst());
        eventually(() -> assertThat(List.of(running, waiting)).allSatisfy(id -> {
            assertThat(runs.get(id).status()).isEqualTo(JobStatus.CANCELLED);
            assertThat(runs.get(id).reason()).isEqualTo("dataset-version-revoked");
        }));
        assertThatThrownBy(() -> start(sealed.version(), 1)).hasMessageContaining("dataset-version-revoked");
    }

    @Test
    void aRunStopsThoughNobodyHearsThatWhatItGoesOnFromMayNotBeUsed() {
        var learntFrom = data.sealed(2, 2);
        RunId first = start(learntFrom.version(), 1);
        eventually(() -> assertThat(runs.get(first).model()).isNotNull());
        RunId second = runs.start(new NewRun(
                "from it",
                data.sealed(2, 2).version(),
                TinyRecipe.epochs(FOR_EVER),
                runs.get(first).model()));
        eventually(() -> assertThat(runs.get(second).progress().stepsDone()).isPositive());

        People.withdrawsUnheard(jdbc, learntFrom.people().getFirst());

        eventually(() -> assertThat(runs.get(second).status()).isEqualTo(JobStatus.CANCELLED));
        assertThat(runs.get(second).reason()).isEqualTo("model-quarantined");
    }

    @Test
    void aRecipeThatIsWrongIsRefusedFieldByField() {
        var sealed = data.sealed(2, 2);
        var engineer = session.as(Role.ML_ENGINEER);
        var wrong = Map.of("head", Map.of("marginRadians", 28.6), "schedule", Map.of("learningRate", -1));
        var answer = engineer.post(
                        "/api/v1/runs", Map.of("name", "wrong", "dataset", sealed.version(), "recipe", wrong))
                .expect(422);
        assertThat(answer.text()).contains("recipe.head.marginRadians", "degrees", "recipe.schedule.learningRate");
        var misspelt = engineer.post(
                        "/api/v1/runs",
                        Map.of("name", "wrong", "dataset", sealed.version(), "recipe", Map.of("epoch", 3)))
                .expect(422);
        assertThat(misspelt.text()).contains("recipe.epoch", "is not a field");
    }

    @Test
    void theFormOpensTheGroupsThatNeedALook() {
        var sealed = data.sealed(2, 2);
        var engineer = session.as(Role.ML_ENGINEER);
        String fresh = engineer.page("/runs/new").expect(200).text();
        assertThat(opened(fresh)).contains("head").doesNotContain("optimiser", "keeping");
        Map<String, String> typed = Map.of(
                "name", "typed",
                "dataset", sealed.version().toString(),
                "recipe[optimiser.momentum]", "0.8",
                "recipe[seed]", "many");
        String refused = engineer.form("/runs/new", typed).expect(422).text();
        assertThat(opened(refused)).contains("head", "optimiser", "keeping");
    }

    private static List<String> opened(String page) {
        return Pattern.compile("<details class=\"group\" open=\"open\">\\s*<summary id=\"g-([a-z]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void aChineseReaderIsToldInChineseWhatIsWrong() {
        var sealed = data.sealed(2, 2);
        var engineer = session.as(Role.ML_ENGINEER);
        var typed = new java.util.HashMap<>(
                Map.of("name", "typed", "dataset", sealed.version().toString()));
        try {
            typed.put("recipe[head.marginRadians]", "28.6");
            String page = engineer.form("/runs/new?lang=zh", typed).expect(422).text();
            assertThat(page).contains("须在 0 到 1.5 之间，填写的是 28.6").doesNotContain("must be");
            typed.put("recipe[epochs]", "many");
            assertThat(engineer.form("/runs/new", typed).expect(422).text()).contains("须为整数");
        } finally {
            engineer.page("/runs/new?lang=en");
        }
    }

    @Test
    void theFormKeepsWhatWasTypedAndSaysWhatIsWrong() {
        var sealed = data.sealed(2, 2);
        var engineer = session.as(Role.ML_ENGINEER);
        assertThat(engineer.page("/runs/new?dataset=" + sealed.version())
                        .expect(200)
                        .text())
                .contains(
                        "recipe[schedule.learningRate]",
                        "recipe[augmentation.flip]",
                        "Default 0.0125",
                        "value=\"0.0125\"");
        var typed = new java.util.HashMap<>(
                Map.of("name", "typed", "dataset", sealed.version().toString()));
        typed.put("recipe[head.marginRadians]", "28.6");
        typed.put("recipe[epochs]", "many");
        String page = engineer.form("/runs/new", typed).expect(422).text();
        assertThat(page).contains("value=\"28.6\"", "value=\"many\"", "must be a whole number", "value=\"typed\"");
        typed.put("recipe[head.marginRadians]", "0.2");
        typed.put("recipe[epochs]", "10000");
        String run = engineer.form("/runs/new", typed).expect(302).location();
        RunId id = RunId.of(run.substring(run.lastIndexOf('/') + 1));
        assertThat(runs.get(id).recipe().epochs()).isEqualTo(FOR_EVER);
        assertThat(runs.get(id).recipe().augmentation().flip()).isFalse();
        runs.cancel(id);
    }

    @Test
    void aPresetFillsInTheFormAndIsListedForPrograms() {
        var sealed = data.sealed(2, 2);
        var engineer = session.as(Role.ML_ENGINEER);
        String page = engineer.page("/runs/new?recipePreset=cosine-restarts&dataset=" + sealed.version())
                .expect(200)
                .text();
        assertThat(page)
                .contains("0.1, cosine to 0.01 every 10 epochs", "value=\"0.1\"", "value=\"0.01\"")
                .containsPattern("<option value=\"COSINE_RESTARTS\" selected=\"selected\"")
                .containsPattern("<option value=\"cosine-restarts\" selected=\"selected\"")
                .containsPattern("<option value=\"" + sealed.version() + "\" selected=\"selected\"");
        assertThat(engineer.page("/runs/new?recipePreset=none").expect(200).text())
                .contains("value=\"0.0125\"");

        var presets = engineer.get("/api/v1/runs/presets").expect(200).json();
        assertThat(presets.get(0).path("name").asString()).isEqualTo("defaults");
        assertThat(presets.get(1).path("recipe").path("schedule").path("kind").asString())
                .isEqualTo("COSINE_RESTARTS");
    }

    /// 20 epochs, and everything in one step of 2 x 64 images, or several of 2.
    @Test
    void theScheduleCountsStepsOfSeveralBatches() {
        var sealed = data.sealed(4, 4);
        var engineer = session.as(Role.ML_ENGINEER);
        String path = "/runs/new/schedule?dataset=" + sealed.version()
                + "&recipe%5BbatchSize%5D=2&recipe%5Boptimiser.accumulationSteps%5D=";
        assertThat(engineer.page(path + 64).expect(200).text()).contains("About 20 steps");
        assertThat(engineer.page(path + 1).expect(200).text())
                .contains("data-chart=\"line\"")
                .doesNotContain("About 20 steps");
    }

    @Test
    void theScheduleIsDrawnBeforeTheRunIsStarted() {
        var sealed = data.sealed(2, 2);
        var engineer = session.as(Role.ML_ENGINEER);
        String path = "/runs/new/schedule?dataset=" + sealed.version();
        assertThat(engineer.page(path).expect(200).text()).contains("data-chart=\"line\"", "20 steps");
        assertThat(engineer.page(path + "&recipe%5Bepochs%5D=x").expect(200).text())
                .doesNotContain("data-chart=\"line\"");
    }

    private RunId start(DatasetVersionId version, int epochs) {
        return runs.start(new NewRun("run", version, TinyRecipe.epochs(epochs), null));
    }

    private long checkpoints(RunId run) {
        return jdbc.sql("select count(*) from run_checkpoint where run_id = ?")
                .param(run.value())
                .query(Long.class)
                .single();
    }
}

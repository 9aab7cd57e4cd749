package dev.facewright.platform.training;

import static dev.facewright.platform.Eventually.eventually;
import static dev.facewright.platform.training.RunsByHand.failedBy;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.facewright.ml.torch.TorchEngine;
import dev.facewright.ml.train.DeviceRecipe;
import dev.facewright.ml.train.DeviceRecipe.Kind;
import dev.facewright.ml.train.Recipe;
import dev.facewright.ml.train.RecipeProblem;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.kernel.ServerRole;
import dev.facewright.platform.kernel.ServerSettings;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.Origin;
import dev.facewright.platform.models.SealedData;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a run trains on, as people see it and as it is refused.
@FacewrightTest
class RunDeviceTest {
    private final TrainingRuns runs;
    private final RecipeJson recipes;
    private final ModelRegistry models;
    private final SealedData data;
    private final TestClient engineer;
    private final RunsByHand byHand;

    RunDeviceTest(
            RunsByHand byHand,
            TrainingRuns runs,
            RunRepository rows,
            RecipeJson recipes,
            ModelRegistry models,
            JdbcClient jdbc,
            Clock clock,
            TestSession session,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets) {
        this.runs = runs;
        this.recipes = recipes;
        this.models = models;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
        this.byHand = byHand;
        this.engineer = session.as(Role.ML_ENGINEER);
    }

    @Test
    void aRunShowsWhatItTrainsOn() {
        var recipe = recipes.tree(TinyRecipe.epochs(1).on(new DeviceRecipe(Kind.CPU, 1)));
        var body = Map.of("name", "seen", "dataset", data.sealed(2, 2).version(), "recipe", recipe);
        RunId id = RunId.of(engineer.post("/api/v1/runs", body).expect(201).createdId());
        eventually(() -> assertThat(runs.get(id).status()).isEqualTo(JobStatus.SUCCEEDED));

        assertThat(engineer.get("/api/v1/runs/" + id)
                        .expect(200)
                        .json()
                        .path("device")
                        .asString())
                .isEqualTo("cpu");
        assertThat(engineer.page("/runs/" + id).expect(200).text())
                .contains("Trains on cpu")
                .containsPattern("id=\"run-device\">cpu<");
        var origin = (Origin.Trained)
                models.get(requireNonNull(runs.get(id).model())).origin();
        assertThat(origin.libraryVersions()).containsEntry("device", "cpu");
    }

    @Test
    void aGpuThatIsNotThereIsRefusedBeforeTheRunIsQueued() {
        assumeThat(TorchEngine.gpus()).isZero();
        var recipe = Map.of("device", Map.of("kind", "CUDA"));
        var body = Map.of("name", "no GPU", "dataset", data.sealed(2, 2).version(), "recipe", recipe);

        assertThat(engineer.post("/api/v1/runs", body).expect(422).text())
                .contains("recipe.device.kind", "-Pcuda", "NVIDIA driver");
    }

    @Test
    void theFormSaysInBothLanguagesWhatToDo() {
        assumeThat(TorchEngine.gpus()).isZero();
        Map<String, String> typed = Map.of(
                "name", "typed",
                "dataset", data.sealed(2, 2).version().toString(),
                "recipe[device.devices]", "2");

        assertThat(engineer.form("/runs/new", typed).expect(422).text())
                .contains("needs a GPU, and this process has none", "Number of devices");
        try {
            assertThat(engineer.form("/runs/new?lang=zh", typed).expect(422).text())
                    .contains("需要 GPU，而本进程没有", "设备数量")
                    .doesNotContain("needs a GPU");
        } finally {
            engineer.page("/runs/new?lang=en");
        }
    }

    /// Whoever queued it had one.
    @Test
    void aWorkerWithoutTheGpuFailsTheRunAndSaysSo() {
        assumeThat(TorchEngine.gpus()).isZero();
        Recipe recipe = TinyRecipe.epochs(1).on(new DeviceRecipe(Kind.CUDA, 1));
        RunId id = byHand.unqueued(data.sealed(2, 2).version(), recipe);

        assertThat(byHand.train(id)).satisfies(failedBy("device-not-found"));

        RunView run = runs.get(id);
        assertThat(run.status()).isEqualTo(JobStatus.FAILED);
        assertThat(run.reason()).isEqualTo("device-not-found");
        assertThat(run.detail()).contains("-Pcuda");
        assertThat(run.device()).isNull();
        assertThat(engineer.page("/runs/" + id).expect(200).text())
                .contains("The worker has not what the recipe asks for", "start a run with the device Automatic");
    }

    @Test
    void aServerThatTakesNoJobsLeavesItToItsWorkers() {
        assumeThat(TorchEngine.gpus()).isZero();
        DeviceRecipe cuda = new DeviceRecipe(Kind.CUDA, 1);

        assertThat(check(ServerRole.SERVER).problems(cuda)).isEmpty();
        assertThat(check(ServerRole.WORKER).problems(cuda))
                .extracting(RecipeProblem::field)
                .containsExactly("device.kind");
    }

    private static DeviceCheck check(ServerRole role) {
        return new DeviceCheck(new ServerSettings(role, Path.of("data"), URI.create("http://localhost"), List.of()));
    }
}

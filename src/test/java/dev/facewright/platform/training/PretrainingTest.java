package dev.facewright.platform.training;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.jobs.JobStatus;
import dev.facewright.platform.models.ModelMetric;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.models.SealedData;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// A model that learns from images alone, and one that starts from it.
@FacewrightTest
class PretrainingTest {
    private final TrainingRuns runs;
    private final RecipeJson recipes;
    private final ModelRegistry models;
    private final SealedData data;
    private final TestClient engineer;

    PretrainingTest(
            TrainingRuns runs,
            RecipeJson recipes,
            ModelRegistry models,
            TestSession session,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock) {
        this.runs = runs;
        this.recipes = recipes;
        this.models = models;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
        this.engineer = session.as(Role.ML_ENGINEER);
    }

    @Test
    void aSimClrRunRegistersAMarkedModelThatASupervisedRunStartsFrom() {
        DatasetVersionId version = data.sealed(2, 4).version();
        ObjectNode recipe = recipes.tree(TinyRecipe.epochs(1));
        recipe.withObject("/objective").put("kind", "SIMCLR");
        ModelVersion pretrained =
                models.get(requireNonNull(trained(version, recipe, null).model()));

        assertThat(pretrained.origin().pretrained()).isTrue();
        assertThat(pretrained.metrics())
                .extracting(ModelMetric::name)
                .contains("training-loss", "contrastive-accuracy")
                .doesNotContain("training-accuracy");
        assertThat(engineer.page("/models/" + pretrained.id()).expect(200).text())
                .contains("Self-supervised", "SimCLR: each image");
        try {
            assertThat(engineer.page("/models/" + pretrained.id() + "?lang=zh").text())
                    .contains("用每张图像的第一个视图在本批视图中找出第二个", "等待图像的时间比例")
                    .doesNotContain("<span lang=\"en\"");
        } finally {
            engineer.page("/models?lang=en");
        }
        assertThat(engineer.page("/runs/new").expect(200).text()).contains("Self-supervised", "recipe[objective.kind]");

        RunView supervised = trained(version, recipes.tree(TinyRecipe.epochs(1)), pretrained.id());
        ModelVersion finished = models.get(requireNonNull(supervised.model()));
        assertThat(finished.origin().pretrained()).isFalse();
        assertThat(finished.origin().parents()).containsExactly(pretrained.id());
    }

    @Test
    void aQueueShorterThanTheBatchIsRefusedByName() {
        var wrong = Map.of("objective", Map.of("kind", "MOCO", "queueSize", 32));
        var body = Map.of("name", "short", "dataset", data.sealed(2, 2).version(), "recipe", wrong);
        assertThat(engineer.post("/api/v1/runs", body).expect(422).text())
                .contains("recipe.objective.queueSize", "batch size");
    }

    private RunView trained(DatasetVersionId version, ObjectNode recipe, @Nullable ModelVersionId start) {
        var body = new HashMap<String, Object>(Map.of("name", "run", "dataset", version, "recipe", recipe));
        if (start != null) {
            body.put("startFrom", start);
        }
        RunId id = RunId.of(engineer.post("/api/v1/runs", body).expect(201).createdId());
        engineer.get("/api/v1/runs/" + id + "/events").expect(200);
        RunView run = runs.get(id);
        assertThat(run.status()).as(run.toString()).isEqualTo(JobStatus.SUCCEEDED);
        return run;
    }
}

package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClient;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.consent.ConsentLedger;
import dev.facewright.platform.consent.People;
import dev.facewright.platform.consent.Subjects;
import dev.facewright.platform.datasets.Datasets;
import dev.facewright.platform.models.SealedData;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How recipes are shown, before a run and with it.
@FacewrightTest
class RecipePagesTest {
    private final TrainingRuns runs;
    private final TestSession session;
    private final SealedData data;

    RecipePagesTest(
            TrainingRuns runs,
            TestSession session,
            ConsentLedger ledger,
            Subjects subjects,
            Datasets datasets,
            Clock clock) {
        this.runs = runs;
        this.session = session;
        this.data = new SealedData(datasets, new People(ledger, subjects, clock));
    }

    @Test
    void aRunShowsTheSettingsThatPlayAPartAndTheApiAllOfThem() {
        var engineer = session.as(Role.ML_ENGINEER);
        RunId id = start(engineer, Map.of("head", Map.of("name", "cosface", "labelSmoothing", 0.1)));

        assertThat(engineer.page("/runs/" + id).expect(200).text())
                .contains("Margin on the cosine", "Label smoothing", "Brightness", "The API answers")
                .doesNotContain("Margin in radians", "Adaptivity", "Share of the centres", "Queue size")
                .doesNotContain("Initial loss scale", "Beta 2", "JPEG", "Patch size");
        var whole = engineer.get("/api/v1/runs/" + id).expect(200).json().path("recipe");
        assertThat(whole.at("/head/marginRadians").asDouble()).isEqualTo(0.5);
        assertThat(whole.at("/objective/queueSize").asInt()).isEqualTo(4096);
        runs.cancel(id);
    }

    @Test
    void withoutDataTheScheduleIsDrawnOverEpochs() {
        var engineer = session.as(Role.ML_ENGINEER);
        String path = "/runs/new/schedule?dataset=&recipe%5Bschedule.warmupSteps%5D=";
        assertThat(engineer.page(path + 100).expect(200).text())
                .contains("<polyline", "Over 20 epochs", "begins at 0.01250 and ends at 1.000e-05", "warm-up of 100");
        assertThat(engineer.page(path + "0&recipe%5Bepochs%5D=7").expect(200).text())
                .contains("<polyline", "Over 7 epochs")
                .doesNotContain("warm-up");
        assertThat(engineer.page(path + "x").expect(200).text()).doesNotContain("<polyline");
    }

    private RunId start(TestClient engineer, Map<String, ?> recipe) {
        var body = Map.of("name", "shown", "dataset", data.sealed(2, 2).version(), "recipe", recipe);
        return RunId.of(engineer.post("/api/v1/runs", body).expect(201).createdId());
    }
}

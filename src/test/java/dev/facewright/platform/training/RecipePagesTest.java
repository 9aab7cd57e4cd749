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

    private RunId start(TestClient engineer, Map<String, ?> recipe) {
        var body = Map.of("name", "shown", "dataset", data.sealed(2, 2).version(), "recipe", recipe);
        return RunId.of(engineer.post("/api/v1/runs", body).expect(201).createdId());
    }
}

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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    void theDocumentedApiSaysWhatALossCanBeTold() {
        var schemas = session.as(Role.ML_ENGINEER)
                .get("/v3/api-docs")
                .expect(200)
                .json()
                .at("/components/schemas");

        var head = schemas.at("/HeadRecipe/properties");
        assertThat(head.propertyNames()).startsWith("name", "scale", "marginRadians");
        assertThat(head.at("/marginRadians/type").asString()).isEqualTo("number");
        assertThat(head.at("/marginRadians/maximum").asDouble()).isEqualTo(1.5);
        assertThat(schemas.at("/ObjectiveRecipe/properties/queueSize/type").asString())
                .isEqualTo("integer");
        assertThat(schemas.propertyNames()).doesNotContain("Options", "Option");
    }

    @Test
    void withoutDataTheScheduleIsDrawnOverEpochs() {
        var engineer = session.as(Role.ML_ENGINEER);
        String path = "/runs/new/schedule?dataset=&recipe%5Bschedule.warmupSteps%5D=";
        assertThat(engineer.page(path + 100).expect(200).text())
                .contains(
                        "data-chart=\"line\"",
                        "Over 20 epochs",
                        "begins at 0.01250 and ends at 1.000e-05",
                        "warm-up of 100");
        assertThat(engineer.page(path + "0&recipe%5Bepochs%5D=7").expect(200).text())
                .contains("data-chart=\"line\"", "Over 7 epochs")
                .doesNotContain("warm-up");
        assertThat(engineer.page(path + "x").expect(200).text()).doesNotContain("data-chart=\"line\"");
    }

    @Test
    void aChineseReaderIsToldEveryKindOfProblemInChinese() {
        var engineer = session.newPerson(Set.of(Role.ML_ENGINEER));
        var version = data.sealed(2, 2).version();
        engineer.page("/?lang=zh");
        assertThat(refused(engineer, "network.backbone", "iresnet-100", "network.widthFactor", "4"))
                .contains("百万参数的网络");
        assertThat(refused(engineer, "sampler.kind", "P_BY_K", "batchSize", "60"))
                .contains("16 × 4 = 64，而不是 60");
        assertThat(refused(engineer, "objective.kind", "MOCO", "objective.queueSize", "32"))
                .contains("至少须为批大小 64，填写的是 32");
        assertThat(refused(engineer, "objective.kind", "SIMCLR", "optimiser.accumulationSteps", "2"))
                .contains("批次不能拆分");
        assertThat(refused(engineer, "augmentation.jpeg.leastQuality", "90", "augmentation.jpeg.mostQuality", "50"))
                .contains("填写的是 90 和 50");
        var misspelt = Map.of("name", "x", "dataset", version, "recipe", Map.of("epoch", 3));
        assertThat(engineer.post("/api/v1/runs", misspelt).expect(422).text()).contains("不是配方的字段");
    }

    /// @return the errors of the page
    private String refused(TestClient engineer, String path, String value, String other, String otherValue) {
        var typed = Map.of("name", "x", "recipe[" + path + "]", value, "recipe[" + other + "]", otherValue);
        String page = engineer.form("/runs/new", typed).expect(422).text();
        String errors = Pattern.compile("<p class=\"error\"[^>]*>([^<]*)</p>")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.joining("; "));
        assertThat(errors).doesNotContainPattern("[a-z]{3,} [a-z]{2,}");
        return errors;
    }

    private RunId start(TestClient engineer, Map<String, ?> recipe) {
        var body = Map.of("name", "shown", "dataset", data.sealed(2, 2).version(), "recipe", recipe);
        return RunId.of(engineer.post("/api/v1/runs", body).expect(201).createdId());
    }
}

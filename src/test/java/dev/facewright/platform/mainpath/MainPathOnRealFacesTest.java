package dev.facewright.platform.mainpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestClock;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The main path on real faces: ORL (40 people) and LFW View 2, with pretrained models. Skipped without them.
///
/// `./mvnw verify -Dgroups=slow -DexcludedGroups= -Dtest=MainPathOnRealFacesTest` prints the figures of the
/// README.
@Tag("slow")
@FacewrightTest
@EnabledIf("dev.facewright.platform.mainpath.Fixtures#present")
class MainPathOnRealFacesTest {
    private static final String LFW = "LFW View 2 " + UUID.randomUUID();

    private final MainPath path;

    MainPathOnRealFacesTest(TestSession session, TestClock clock) {
        path = new MainPath(session.as(Role.DATA_OWNER, Role.ML_ENGINEER, Role.COMPLIANCE), clock.instant());
    }

    @DynamicPropertySource
    static void detector(DynamicPropertyRegistry properties) {
        properties.add("facewright.alignment.detector", Fixtures::detector);
    }

    @Test
    void fromConsentToBundleAndBack() {
        String lfw = path.benchmark(
                LFW,
                Fixtures.zip(Fixtures.folder().resolve("lfw/images"), ""),
                Fixtures.read(Fixtures.folder().resolve("lfw/protocol/pairs.txt")));
        String pretrained = path.importModel("foamliu MobileFaceNet", Fixtures.read(Fixtures.recogniser()));
        JsonNode single = path.evaluate(pretrained, lfw, false);
        JsonNode flipped = path.evaluate(pretrained, lfw, true);
        print("Pretrained MobileFaceNet on LFW View 2", single);
        print("Pretrained MobileFaceNet on LFW View 2, flip-sum", flipped);
        assertThat(flipped.get("meanAccuracy").asDouble()).isGreaterThan(0.985);

        List<String> people = registerOrl();
        String version = sealOrl();

        JsonNode tuned = path.train(Map.of(
                "name", "ORL fine-tuned", "dataset", version, "startFrom", pretrained, "recipe", recipe(3, 32, 0.001)));
        print("ORL fine-tuned, losses", tuned);
        print("ORL fine-tuned on LFW View 2", path.evaluate(tuned.get("model").asString(), lfw, false));
        JsonNode export = path.export(tuned.get("model").asString());
        System.out.println("Bundle: " + export);

        JsonNode scratch =
                path.train(Map.of("name", "ORL from scratch", "dataset", version, "recipe", recipe(20, 32, 0.02)));
        print("ORL from scratch, losses", scratch);
        JsonNode before = path.train(
                Map.of("name", "ORL from scratch, hardly begun", "dataset", version, "recipe", recipe(1, 32, 1e-9)));
        print("Untrained on LFW View 2", path.evaluate(before.get("model").asString(), lfw, false));
        print(
                "ORL from scratch on LFW View 2",
                path.evaluate(scratch.get("model").asString(), lfw, false));

        path.withdraw(people.getFirst());
        String bundle = "/api/v1/exports/" + export.get("id").asString() + "/bundle";
        dev.facewright.platform.Eventually.eventually(
                () -> path.client().get(bundle).expect(409));
    }

    private List<String> registerOrl() {
        return Fixtures.folders(Fixtures.folder().resolve("orl")).stream()
                .map(Path::getFileName)
                .map(person -> path.register("orl-" + person))
                .toList();
    }

    private String sealOrl() {
        String dataset = path.dataset("ORL " + UUID.randomUUID());
        JsonNode upload = path.upload(dataset, Fixtures.zip(Fixtures.folder().resolve("orl"), "orl-"));
        System.out.println("ORL upload: " + upload);
        assertThat(upload.get("accepted").asInt()).isGreaterThan(380);
        return path.seal(dataset);
    }

    private static Map<String, Object> recipe(int epochs, int batchSize, double learningRate) {
        return Map.of(
                "epochs",
                epochs,
                "batchSize",
                batchSize,
                "head",
                Map.of("scale", 32),
                "schedule",
                Map.of(
                        "kind",
                        "COSINE",
                        "learningRate",
                        learningRate,
                        "finalLearningRate",
                        learningRate / 100,
                        "warmupSteps",
                        10));
    }

    private void print(String title, JsonNode node) {
        if (node.has("meanAccuracy")) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: accuracy %.4f, standard deviation %.4f, standard error %.4f, AUC %.5f, EER %.4f, %s, %d images"
                            + " (%d without a face), %d ms, %.1f images/s%n",
                    title,
                    node.get("meanAccuracy").asDouble(),
                    node.get("standardDeviation").asDouble(),
                    node.get("standardError").asDouble(),
                    node.get("areaUnderCurve").asDouble(),
                    node.get("equalErrorRate").asDouble(),
                    node.get("acceptRates"),
                    node.get("images").asInt(),
                    node.get("imagesWithoutFace").asInt(),
                    node.get("durationMillis").asLong(),
                    node.get("imagesPerSecond").asDouble());
        } else {
            System.out.println(title + ": " + path.metrics(node).get("epochs"));
        }
    }
}

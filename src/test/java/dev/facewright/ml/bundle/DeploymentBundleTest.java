package dev.facewright.ml.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.onnx.EmbeddingSession;
import dev.facewright.ml.onnx.OnnxReader;
import dev.facewright.ml.onnx.ReferenceForward;
import dev.facewright.ml.onnx.TinyNetwork;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeploymentBundleTest {
    private static final int COUNT = 3;
    private static final BundleLineage LINEAGE = new BundleLineage(
            "model-7",
            "dataset-3",
            "run-5",
            "{\"epochs\": 2}",
            "0.1.0+abc",
            Instant.parse("2026-01-02T03:04:05Z"),
            "Doors \"north\"\n$1 {x}");

    private static final StatusCheck STATUS = new StatusCheck("{}\n");

    private final FaceModel model = new TinyNetwork(4)
            .conv(3, 4, 3, 2, 1, 1, false)
            .norm(4)
            .prelu(4)
            .conv(4, 6, 4, 1, 0, 1, false)
            .flatten()
            .norm(6)
            .model();
    private final Deployed deployed = Deployed.of(model);
    private final GoldenCheck golden = golden(0);

    @Test
    void aBundleHoldsTheModelAndAllItTakesToUseAndCheckIt() throws IOException {
        assertThat(unzip(write(golden)).sequencedKeySet())
                .containsExactly(
                        "manifest.json",
                        "model.onnx",
                        "preprocessing.json",
                        "golden/input.npy",
                        "golden/output.npy",
                        "recipe.json",
                        "status.json",
                        "check_status.py",
                        "README.md");
    }

    @Test
    void theBundledModelAnswersTheGoldenInputsAsTheTrainerDid() throws IOException {
        Map<String, byte[]> entries = unzip(write(golden));
        try (EmbeddingSession session = EmbeddingSession.open(entry(entries, "model.onnx"), 1)) {
            float[] input = floats(entry(entries, "golden/input.npy"), COUNT * 3 * 8 * 8);
            float[] output = floats(entry(entries, "golden/output.npy"), COUNT * 6);
            float[][] found = session.embed(input, COUNT);
            for (int i = 0; i < output.length; i++) {
                assertThat(Math.abs(found[i / 6][i % 6] - output[i])).isLessThan(1e-4f);
            }
        }
    }

    @Test
    void theBundledModelHasNoBatchNormLeft() throws IOException {
        FaceModel bundled = OnnxReader.read(entry(unzip(write(golden)), "model.onnx"), Preprocessing.ARCFACE);
        assertThat(bundled.network().ops())
                .noneMatch(Op.BatchNorm.class::isInstance)
                .anyMatch(Op.PRelu.class::isInstance);
    }

    @Test
    void theManifestHasTheSizeAndHashOfEveryOtherFileAndLeadsBackToTheData() throws IOException {
        Map<String, byte[]> entries = unzip(write(golden));
        JsonNode manifest = json(entries, "manifest.json");
        assertThat(manifest.at("/files")).hasSize(entries.size() - 1);
        for (JsonNode file : manifest.at("/files")) {
            byte[] content = entry(entries, file.at("/path").asString());
            assertThat(file.at("/bytes").asInt()).isEqualTo(content.length);
            assertThat(file.at("/sha256").asString()).isEqualTo(BundleZip.sha256(content));
        }
        assertThat(manifest.at("/name").asString()).isEqualTo(LINEAGE.name());
        assertThat(manifest.at("/lineage/datasetVersionId").asString()).isEqualTo("dataset-3");
        assertThat(manifest.at("/lineage/createdAt").asString()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(manifest.at("/golden/maximumDifference").asDouble()).isBetween(0.0, 1e-5);
        assertThat(manifest.at("/model/dimensions").asInt()).isEqualTo(6);
    }

    @Test
    void theReportAgreesWithWhatWasWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleReport report = DeploymentBundle.write(deployed, LINEAGE, STATUS, golden, out);
        assertThat(report.bytes()).isEqualTo(out.size());
        unzip(out.toByteArray())
                .forEach((path, content) ->
                        assertThat(report.sha256ByEntry()).containsEntry(path, BundleZip.sha256(content)));
    }

    @Test
    void aNameIsNoMarkupInTheReadme() throws IOException {
        var named = new BundleLineage(
                "model-7",
                "dataset-3",
                "run-5",
                "{}",
                "0.1.0",
                LINEAGE.createdAt(),
                "<img src=x onerror=alert(1)> [here](javascript:x) **b** `c`\n# d https://evil.example www.evil.example");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeploymentBundle.write(deployed, named, STATUS, golden, out);
        assertThat(text(unzip(out.toByteArray()), "README.md"))
                .startsWith("# &lt;img src=x onerror=alert(1)&gt; \\[here\\](javascript:x) \\*\\*b\\*\\* \\`c\\` \\# d "
                        + "https&#58;//evil.example www&#46;evil.example\n");
    }

    @Test
    void itsDocumentsReadLineByLine() throws IOException {
        Map<String, byte[]> entries = unzip(write(golden));
        assertThat(text(entries, "manifest.json")).startsWith("""
                        {
                          "format": "facewright-bundle",
                          "formatVersion": 1,
                          "name": "Doors \\"north\\"\\n$1 {x}",
                          "lineage": {
                            "modelVersionId": "model-7",
                            "datasetVersionId": "dataset-3",
                            "runId": "run-5",
                            "codeVersion": "0.1.0+abc",
                            "createdAt": "2026-01-02T03:04:05Z"
                          },
                          "model": {
                            "network": "tiny",
                            "opset": 17,
                            "input": "input",
                            "output": "embedding",
                            "dimensions": 6
                          },
                          "golden": {
                            "maximumDifference":\s""").endsWith("\"\n    }\n  ]\n}\n");
        assertThat(text(entries, "preprocessing.json")).endsWith("""
                  "channelOrder": "RGB",
                  "layout": "NCHW",
                  "type": "float32",
                  "formula": "(pixel / 255 - mean) / deviation",
                  "mean": [
                    0.5,
                    0.5,
                    0.5
                  ],
                  "deviation": [
                    0.5,
                    0.5,
                    0.5
                  ]
                }
                """);
    }

    @Test
    void preprocessingScalesTheTemplateToTheNetworksSide() throws IOException {
        JsonNode preprocessing = json(unzip(write(golden)), "preprocessing.json");
        assertThat(preprocessing.at("/alignment/template/0/0").asDouble()).isEqualTo(38.2946 * 8 / 112);
        assertThat(preprocessing.at("/channelOrder").asString()).isEqualTo("RGB");
        assertThat(preprocessing.at("/mean/2").asDouble()).isEqualTo(0.5);
    }

    @Test
    void theReadmeHasEveryFieldFilledIn() throws IOException {
        assertThat(text(unzip(write(golden)), "README.md"))
                .startsWith("# Doors \"north\" $1 {x}\n")
                .contains("`model-7`", "input `input` [N, 3, 8, 8]", "onnxruntime.InferenceSession")
                .doesNotContain("{{", "}}");
    }

    @Test
    void theSameArgumentsGiveTheSameBytes() throws IOException {
        assertThat(write(golden)).isEqualTo(write(golden));
    }

    @Test
    void anImportedModelHasNoRecipeAndNullIds() throws IOException {
        BundleLineage imported = new BundleLineage("model-1", null, null, null, "0.1.0", Instant.EPOCH, "Imported");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeploymentBundle.write(deployed, imported, STATUS, golden, out);
        Map<String, byte[]> entries = unzip(out.toByteArray());
        assertThat(entries).doesNotContainKey("recipe.json");
        assertThat(json(entries, "manifest.json").at("/lineage/runId").isNull()).isTrue();
    }

    @Test
    void aModelThatDoesNotAnswerAsTheTrainerDidIsNotBundled() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> DeploymentBundle.write(deployed, LINEAGE, STATUS, golden(0.01f), out))
                .isInstanceOfSatisfying(
                        GoldenMismatch.class,
                        mismatch -> assertThat(mismatch.maximumDifference()).isBetween(1e-4, 0.011))
                .hasMessageContaining("at most 1e-04 is allowed");
        assertThatThrownBy(() -> DeploymentBundle.write(deployed, LINEAGE, STATUS, golden(Float.NaN), out))
                .isInstanceOf(GoldenMismatch.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void aGoldenCheckOfAnotherLengthIsRefused() {
        GoldenCheck shorter = new GoldenCheck(golden.input(), 1, new float[][] {{1, 2}});
        assertThatThrownBy(
                        () -> DeploymentBundle.write(deployed, LINEAGE, STATUS, shorter, new ByteArrayOutputStream()))
                .hasMessage("The model gives 6 dimensions, the reference has 2");
        assertThatThrownBy(() -> new GoldenCheck(new float[0], 2, new float[1][]))
                .hasMessageContaining("2 and 1");
    }

    private GoldenCheck golden(float error) {
        float[] input = TinyNetwork.images(COUNT, 5);
        float[][] reference = ReferenceForward.embed(model, input, COUNT);
        reference[COUNT - 1][2] += error;
        return new GoldenCheck(input, COUNT, reference);
    }

    private byte[] write(GoldenCheck check) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DeploymentBundle.write(deployed, LINEAGE, STATUS, check, out);
        return out.toByteArray();
    }

    private static SequencedMap<String, byte[]> unzip(byte[] zip) throws IOException {
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] entry(Map<String, byte[]> entries, String path) {
        return Objects.requireNonNull(entries.get(path), path);
    }

    private static String text(Map<String, byte[]> entries, String path) {
        return new String(entry(entries, path), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Map<String, byte[]> entries, String path) throws IOException {
        return JsonMapper.shared().readTree(entry(entries, path));
    }

    /// The values of an array file: they start where the header, whose length is in bytes 8 and 9, ends.
    private static float[] floats(byte[] npy, int count) {
        ByteBuffer file = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + file.getShort(8);
        assertThat(npy).hasSize(start + count * Float.BYTES);
        assertThat(start % 64).isZero();
        float[] values = new float[count];
        file.position(start).asFloatBuffer().get(values);
        return values;
    }
}

package dev.facewright.platform.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.onnx.OnnxWriter;
import dev.facewright.ml.torch.TorchEmbedder;
import dev.facewright.platform.FacewrightTest;
import dev.facewright.platform.TestFile;
import dev.facewright.platform.TestResponse;
import dev.facewright.platform.TestSession;
import dev.facewright.platform.accounts.Role;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@FacewrightTest
class ImportedModelsTest {
    private static final Map<String, String> FIELDS = Map.of(
            "name", "imported", "source", "a test", "licence", "Apache-2.0", "publishedAccuracy", "99 % on nothing");

    private final TestSession session;
    private final ModelRegistry models;

    ImportedModelsTest(TestSession session, ModelRegistry models) {
        this.session = session;
        this.models = models;
    }

    @Test
    void anOnnxFileBecomesAModelThatAnswersTheSame() {
        FaceModel original = Backbones.named("mobilefacenet").build(new BackboneOptions(16, 0.125), 3);
        byte[] onnx = OnnxWriter.write(original);
        var id = ModelVersionId.of(upload(onnx).expect(201).createdId());
        FaceModel imported = ModelFile.read(models.load(id));
        float[] face = new float[3 * 112 * 112];
        Random random = new Random(5);
        for (int i = 0; i < face.length; i++) {
            face[i] = random.nextFloat() * 2 - 1;
        }
        float[] expected = embed(original, face);
        float[] actual = embed(imported, face);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-4f));
        }
        assertThat(models.get(id).facts().embeddingDimensions()).isEqualTo(16);
        assertThat(session.as(Role.ML_ENGINEER)
                        .page("/models/" + id)
                        .expect(200)
                        .text())
                .contains("Apache-2.0", "99 % on nothing");
    }

    @Test
    void whatIsNoModelIsRefused() {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        assertThat(upload(noise).expect(422).problem()).isEqualTo("model-file-refused");
        assertThat(upload(new byte[0]).expect(422).problem()).isEqualTo("model-file-refused");
    }

    @Test
    void aNetworkOverAnotherInputIsRefusedWithTheReason() {
        assertThat(upload(onnxOfSide(8)).expect(422).text()).contains("112");
    }

    private static byte[] onnxOfSide(int side) {
        Network small = new Network(
                "small",
                "input",
                3,
                side,
                List.of(new Op.Flatten("flat", "input"), new Op.Linear("out", "flat", "w", null)),
                "out");
        var weights = Weights.of(Map.of("w", Tensor.filled(0.1f, 4, 3 * side * side)));
        return OnnxWriter.write(new FaceModel(small, weights, Preprocessing.ARCFACE));
    }

    @Test
    void thePageSaysWhyAFileWasRefusedAndKeepsWhatWasTyped() {
        var engineer = session.as(Role.ML_ENGINEER);
        engineer.page("/models/import").expect(200);
        var fields = new java.util.HashMap<>(FIELDS);
        fields.put("preprocessing", "IMAGENET");
        String page = engineer.upload("/models/import", fields, new TestFile("file", "x.onnx", new byte[] {1, 2, 3}))
                .expect(422)
                .text();
        assertThat(page).contains("The model file cannot be read", "value=\"Apache-2.0\"");
    }

    @Test
    void aChineseReaderIsToldInChineseWhyAFileWasRefused() {
        var engineer = session.newPerson(Set.of(Role.ML_ENGINEER));
        engineer.page("/?lang=zh");
        var noModel = new TestFile("file", "x.onnx", new byte[] {1, 2, 3});
        assertThat(engineer.upload("/api/v1/models/imports", FIELDS, noModel)
                        .expect(422)
                        .json()
                        .path("detail")
                        .asString())
                .isEqualTo("这不是 ONNX 模型，或文件不完整、已损坏");
        var small = new TestFile("file", "x.onnx", onnxOfSide(8));
        var fields = new java.util.HashMap<>(FIELDS);
        fields.put("preprocessing", "ARCFACE");
        assertThat(engineer.upload("/models/import", fields, small).expect(422).text())
                .contains("输入为 [N, 3, 8, 8]；此处的人脸为");
    }

    private TestResponse upload(byte[] onnx) {
        return session.as(Role.ML_ENGINEER)
                .upload("/api/v1/models/imports", FIELDS, new TestFile("file", "x.onnx", onnx));
    }

    private static float[] embed(FaceModel model, float[] face) {
        try (TorchEmbedder embedder = TorchEmbedder.open(model)) {
            return embedder.embed(face, 1)[0];
        }
    }
}

package dev.facewright.ml.bundle;

import static dev.facewright.ml.bundle.JsonDocument.array;
import static dev.facewright.ml.bundle.JsonDocument.object;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.onnx.OnnxWriter;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JsonGenerator;

/// The JSON files of a bundle.
final class BundleDocuments {
    private static final int TEMPLATE_SIDE = 112;

    /// Where the five points go in a crop 112 pixels wide, x and y: Deng et al., *ArcFace*, CVPR 2019.
    private static final List<double[]> TEMPLATE = List.of(
            new double[] {38.2946, 51.6963},
            new double[] {73.5318, 51.5014},
            new double[] {56.0252, 71.7366},
            new double[] {41.5493, 92.3655},
            new double[] {70.7299, 92.2041});

    private static final List<String> POINTS =
            List.of("subject's right eye", "left eye", "nose tip", "right mouth corner", "left mouth corner");

    private BundleDocuments() {}

    static String preprocessing(FaceModel model) {
        Preprocessing preprocessing = model.preprocessing();
        return JsonDocument.of(json -> {
            object(json, "alignment", inner -> alignment(inner, model.network().side()));
            json.writeStringProperty("channelOrder", preprocessing.order().name());
            json.writeStringProperty("layout", "NCHW");
            json.writeStringProperty("type", "float32");
            json.writeStringProperty("formula", "(pixel / 255 - mean) / deviation");
            array(json, "mean", preprocessing.mean(), json::writeNumber);
            array(json, "deviation", preprocessing.deviation(), json::writeNumber);
        });
    }

    private static void alignment(JsonGenerator json, int side) {
        double scale = (double) side / TEMPLATE_SIDE;
        json.writeNumberProperty("side", side);
        json.writeStringProperty("transform", "least-squares similarity (Umeyama 1991), bilinear, black outside");
        array(json, "points", POINTS, json::writeString);
        array(json, "template", TEMPLATE, point -> {
            json.writeStartArray();
            json.writeNumber(point[0] * scale);
            json.writeNumber(point[1] * scale);
            json.writeEndArray();
        });
    }

    /// @param entries  every other file of the bundle, by path
    static String manifest(
            SequencedMap<String, byte[]> entries, FaceModel model, BundleLineage lineage, double difference) {
        return JsonDocument.of(json -> {
            json.writeStringProperty("format", "facewright-bundle");
            json.writeNumberProperty("formatVersion", 1);
            json.writeStringProperty("name", lineage.name());
            object(json, "lineage", inner -> lineage(inner, lineage));
            object(json, "model", inner -> model(inner, model));
            object(json, "golden", golden -> {
                golden.writeNumberProperty("maximumDifference", difference);
                golden.writeNumberProperty("tolerance", DeploymentBundle.TOLERANCE);
                golden.writeStringProperty("formula", "max |exported - trainer| / max(1, max |trainer|)");
            });
            array(json, "files", List.copyOf(entries.entrySet()), file -> file(json, file.getKey(), file.getValue()));
        });
    }

    private static void lineage(JsonGenerator json, BundleLineage lineage) {
        json.writeStringProperty("modelVersionId", lineage.modelVersionId());
        json.writeStringProperty("datasetVersionId", lineage.datasetVersionId());
        json.writeStringProperty("runId", lineage.runId());
        json.writeStringProperty("codeVersion", lineage.codeVersion());
        json.writeStringProperty("createdAt", lineage.createdAt().toString());
    }

    private static void model(JsonGenerator json, FaceModel model) {
        json.writeStringProperty("network", model.network().name());
        json.writeNumberProperty("opset", OnnxWriter.OPSET);
        json.writeStringProperty("input", OnnxWriter.INPUT);
        json.writeStringProperty("output", OnnxWriter.OUTPUT);
        json.writeNumberProperty("dimensions", Shapes.embeddingDimensions(model));
    }

    private static void file(JsonGenerator json, String path, byte[] content) {
        json.writeStartObject();
        json.writeStringProperty("path", path);
        json.writeNumberProperty("bytes", content.length);
        json.writeStringProperty("sha256", BundleZip.sha256(content));
        json.writeEndObject();
    }
}

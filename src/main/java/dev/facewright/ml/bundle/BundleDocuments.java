package dev.facewright.ml.bundle;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.onnx.OnnxWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The JSON files of a bundle.
final class BundleDocuments {
    private static final int TEMPLATE_SIDE = 112;

    /// Where the five points go in a crop 112 pixels wide, x and y: Deng et al., *ArcFace*, CVPR 2019.
    private static final List<List<Double>> TEMPLATE = List.of(
            List.of(38.2946, 51.6963),
            List.of(73.5318, 51.5014),
            List.of(56.0252, 71.7366),
            List.of(41.5493, 92.3655),
            List.of(70.7299, 92.2041));

    private BundleDocuments() {}

    static String preprocessing(FaceModel model) {
        Preprocessing preprocessing = model.preprocessing();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("alignment", alignment(model.network().side()));
        json.put("channelOrder", preprocessing.order().name());
        json.put("layout", "NCHW");
        json.put("type", "float32");
        json.put("formula", "(pixel / 255 - mean) / deviation");
        json.put("mean", preprocessing.mean());
        json.put("deviation", preprocessing.deviation());
        return Json.write(json);
    }

    private static Map<String, Object> alignment(int side) {
        double scale = (double) side / TEMPLATE_SIDE;
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("side", side);
        json.put("transform", "least-squares similarity (Umeyama 1991), bilinear, black outside");
        json.put(
                "points",
                List.of("subject's right eye", "left eye", "nose tip", "right mouth corner", "left mouth corner"));
        json.put(
                "template",
                TEMPLATE.stream()
                        .map(point -> point.stream().map(at -> at * scale).toList())
                        .toList());
        return json;
    }

    /// @param entries  every other file of the bundle, by path
    static String manifest(
            SequencedMap<String, byte[]> entries, FaceModel model, BundleLineage lineage, double difference) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("format", "facewright-bundle");
        json.put("formatVersion", 1);
        json.put("name", lineage.name());
        json.put("lineage", lineage(lineage));
        json.put("model", model(model));
        SequencedMap<String, Object> golden = new LinkedHashMap<>();
        golden.put("maximumDifference", difference);
        golden.put("tolerance", DeploymentBundle.TOLERANCE);
        golden.put("formula", "max |exported - trainer| / max(1, max |trainer|)");
        json.put("golden", golden);
        json.put(
                "files",
                entries.entrySet().stream()
                        .map(entry -> file(entry.getKey(), entry.getValue()))
                        .toList());
        return Json.write(json);
    }

    private static Map<String, Object> lineage(BundleLineage lineage) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("modelVersionId", lineage.modelVersionId());
        json.put("datasetVersionId", lineage.datasetVersionId());
        json.put("runId", lineage.runId());
        json.put("codeVersion", lineage.codeVersion());
        json.put("createdAt", lineage.createdAt().toString());
        return json;
    }

    private static Map<String, Object> model(FaceModel model) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("network", model.network().name());
        json.put("opset", OnnxWriter.OPSET);
        json.put("input", OnnxWriter.INPUT);
        json.put("output", OnnxWriter.OUTPUT);
        json.put("dimensions", Shapes.embeddingDimensions(model));
        return json;
    }

    private static Map<String, Object> file(String path, byte[] content) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("path", path);
        json.put("bytes", content.length);
        json.put("sha256", BundleZip.sha256(content));
        return json;
    }
}

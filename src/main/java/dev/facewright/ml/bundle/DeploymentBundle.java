package dev.facewright.ml.bundle;

import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.onnx.EmbeddingSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Packs a model for deployment: `model.onnx`, how to preprocess, golden inputs and outputs, lineage and hashes, how to
/// ask whether it may still be used, and a README.
public final class DeploymentBundle {
    /// The largest difference to the trainer that is let through, as `GoldenMismatch` defines it.
    public static final double TOLERANCE = 1e-4;

    private DeploymentBundle() {}

    /// Writes the same bytes for the same arguments.
    ///
    /// @param out  gets the zip; not closed
    /// @throws GoldenMismatch if the exported model does not answer as the trainer did; nothing is written then
    /// @throws IllegalArgumentException if the golden input is shorter than its count, or the embeddings differ
    ///     in length
    public static BundleReport write(
            Deployed model, BundleLineage lineage, StatusCheck status, GoldenCheck golden, OutputStream out)
            throws IOException {
        double difference = difference(model, golden);
        // also true for NaN
        if (!(difference <= TOLERANCE)) {
            throw new GoldenMismatch(difference, TOLERANCE);
        }
        SequencedMap<String, byte[]> entries = entries(model, lineage, status, golden, difference);
        long bytes = BundleZip.write(entries, out);
        SequencedMap<String, String> hashes = new LinkedHashMap<>();
        entries.forEach((path, content) -> hashes.put(path, BundleZip.sha256(content)));
        return new BundleReport(difference, bytes, hashes);
    }

    private static double difference(Deployed model, GoldenCheck golden) {
        try (EmbeddingSession session = model.open(1)) {
            return GoldenMismatch.difference(session.embed(golden.input(), golden.count()), golden.reference());
        }
    }

    private static SequencedMap<String, byte[]> entries(
            Deployed deployed, BundleLineage lineage, StatusCheck status, GoldenCheck golden, double difference)
            throws IOException {
        FaceModel model = deployed.model();
        Network network = model.network();
        int side = network.side();
        SequencedMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("model.onnx", deployed.onnx());
        entries.put("preprocessing.json", utf8(BundleDocuments.preprocessing(model)));
        entries.put("golden/input.npy", Npy.write(golden.input(), golden.count(), network.channels(), side, side));
        entries.put("golden/output.npy", Npy.write(golden.reference()));
        if (lineage.recipeJson() != null) {
            entries.put("recipe.json", utf8(lineage.recipeJson()));
        }
        entries.put("status.json", utf8(status.json()));
        entries.put("check_status.py", utf8(BundleText.read("check_status.py")));
        entries.put("README.md", utf8(DeploymentReadme.of(model, lineage, golden, difference)));
        entries.putFirst("manifest.json", utf8(BundleDocuments.manifest(entries, model, lineage, difference)));
        return entries;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package dev.facewright.platform.export;

import dev.facewright.ml.bundle.BundleReport;
import dev.facewright.ml.bundle.DeploymentBundle;
import dev.facewright.ml.bundle.GoldenCheck;
import dev.facewright.ml.bundle.GoldenMismatch;
import dev.facewright.ml.bundle.StatusCheck;
import dev.facewright.ml.compress.Deployed;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.platform.export.ExportProblem.ExportDiffers;
import dev.facewright.platform.kernel.WorkFolder;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersion;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.statuslist.StatusCards;
import dev.facewright.platform.storage.DataKeyId;
import dev.facewright.platform.storage.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Makes the bundle of a model version, checks it against the trainer's own engine, and stores it.
@Component
class BundleMaking {
    private final ModelRegistry models;
    private final BundleLineages lineages;
    private final BundleStore store;
    private final WorkFolder folder;
    private final StatusCards statuses;

    BundleMaking(
            ModelRegistry models, BundleLineages lineages, BundleStore store, WorkFolder folder, StatusCards statuses) {
        this.models = models;
        this.lineages = lineages;
        this.store = store;
        this.folder = folder;
        this.statuses = statuses;
    }

    /// @param key  of the export
    /// @throws dev.facewright.platform.models.ModelProblem.ModelQuarantined if the model may not be used any more
    /// @throws ExportDiffers if the exported network does not answer as the trainer does
    StoredBundle make(ExportId export, ModelVersionId id, DataKeyId key) throws IOException {
        ModelVersion version = models.get(id);
        FaceModel model = FaceModelFile.read(new ByteArrayInputStream(models.load(id)));
        GoldenCheck golden = GoldenFaces.check(model);
        models.requireUsable(id);
        Deployed deployed = Deployed.of(model);
        Path file = folder.newFile();
        try {
            MessageDigest digest = Sha256.digest();
            BundleReport report = write(export, version, deployed, golden, file, digest);
            ExportView.Latency latency = OneImageLatency.measure(deployed, golden);
            models.requireUsable(id);
            return new StoredBundle(
                    store.put(export, key, file),
                    HexFormat.of().formatHex(digest.digest()),
                    Files.size(file),
                    report.maximumDifference(),
                    latency,
                    report.sha256ByEntry());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private BundleReport write(
            ExportId export, ModelVersion version, Deployed model, GoldenCheck golden, Path file, MessageDigest digest)
            throws IOException {
        StatusCheck status = new StatusCheck(statuses.json(export.value(), version.id()));
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            return DeploymentBundle.write(model, lineages.of(version), status, golden, out);
        } catch (GoldenMismatch mismatch) {
            throw new ExportDiffers(mismatch.maximumDifference());
        }
    }
}

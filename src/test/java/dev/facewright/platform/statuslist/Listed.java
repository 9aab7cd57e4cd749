package dev.facewright.platform.statuslist;

import static dev.facewright.platform.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.platform.consent.SubjectId;
import dev.facewright.platform.datasets.DatasetVersionId;
import dev.facewright.platform.datasets.Scene;
import dev.facewright.platform.export.ExportBundles;
import dev.facewright.platform.export.ExportId;
import dev.facewright.platform.export.ExportStatus;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.models.NewModelVersion;
import dev.facewright.platform.models.NewModelVersion.ModelFacts;
import dev.facewright.platform.models.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bundles for tests: `listed.bundleOf(listed.trainedOn(version))`.
record Listed(Scene scene, ModelRegistry models, ExportBundles exports) {
    DatasetVersionId version(SubjectId... people) {
        return scene.sealed(scene.datasetOf(people));
    }

    ModelVersionId trainedOn(DatasetVersionId version, @Nullable ModelVersionId startedFrom) {
        var origin = new Origin.Trained(UUID.randomUUID(), version, startedFrom, "{}", 7, false, "test", Map.of());
        return models.register(
                new NewModelVersion("listed", weights(), new ModelFacts("mobilefacenet", 32, 1, 1), origin, List.of()));
    }

    ExportId bundleOf(ModelVersionId model) {
        ExportId export = exports.start(model);
        eventually(() -> assertThat(exports.get(export).status()).isEqualTo(ExportStatus.READY));
        return export;
    }

    private static byte[] weights() {
        var bytes = new ByteArrayOutputStream();
        try {
            FaceModelFile.write(Backbones.named("mobilefacenet").build(new BackboneOptions(32, 0.125), 3), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

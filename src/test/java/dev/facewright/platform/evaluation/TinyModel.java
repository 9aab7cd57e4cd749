package dev.facewright.platform.evaluation;

import dev.facewright.ml.backbone.BackboneOptions;
import dev.facewright.ml.backbone.Backbones;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.platform.datasets.DatasetVersionId;
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

/// A registered model version of a narrow, untrained network.
public final class TinyModel {
    private static final int DIMENSIONS = 32;

    private TinyModel() {}

    public static ModelVersionId register(ModelRegistry models, String name) {
        return register(models, name, new Origin.Imported("a test", "0".repeat(64), "none", "arcface", ""));
    }

    /// As if it had been trained on that, from that.
    public static ModelVersionId trainedOn(
            ModelRegistry models, DatasetVersionId version, @Nullable ModelVersionId startedFrom) {
        var origin = new Origin.Trained(UUID.randomUUID(), version, startedFrom, "{}", 1, false, "test", Map.of());
        return register(models, "trained", origin);
    }

    private static ModelVersionId register(ModelRegistry models, String name, Origin origin) {
        FaceModel model = Backbones.named("mobilefacenet").build(new BackboneOptions(DIMENSIONS, 0.125), 3);
        var bytes = new ByteArrayOutputStream();
        try {
            FaceModelFile.write(model, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var facts = new ModelFacts("mobilefacenet", DIMENSIONS, 1, 1);
        return models.register(new NewModelVersion(name, bytes.toByteArray(), facts, origin, List.of()));
    }
}

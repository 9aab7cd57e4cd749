package dev.facewright.platform.training;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.FaceModelFile;
import dev.facewright.ml.graph.NetworkCost;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.platform.models.NewModelVersion.ModelFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// A model of the library as the bytes and facts that the registry keeps.
record ModelFile(byte[] content, ModelFacts facts) {
    static ModelFile of(FaceModel model) {
        NetworkCost cost = NetworkCost.of(model.network(), model.weights());
        ModelFacts facts = new ModelFacts(
                model.network().name(), Shapes.embeddingDimensions(model), cost.parameters(), cost.macs());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            FaceModelFile.write(model, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory cannot fail to be written", impossible);
        }
        return new ModelFile(out.toByteArray(), facts);
    }

    /// @throws IllegalStateException if bytes whose hash was right are not a model file
    static FaceModel read(byte[] content) {
        try {
            return FaceModelFile.read(new ByteArrayInputStream(content));
        } catch (IOException damaged) {
            throw new IllegalStateException("A registered model file cannot be read", damaged);
        }
    }
}

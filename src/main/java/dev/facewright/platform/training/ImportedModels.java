package dev.facewright.platform.training;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.onnx.OnnxReader;
import dev.facewright.ml.onnx.UnsupportedOnnx;
import dev.facewright.platform.models.ModelRegistry;
import dev.facewright.platform.models.ModelVersionId;
import dev.facewright.platform.models.NewModelVersion;
import dev.facewright.platform.models.Origin;
import dev.facewright.platform.storage.Sha256;
import dev.facewright.platform.training.TrainingProblem.ModelFileRefused;
import dev.facewright.platform.training.TrainingProblem.ModelFileTooLarge;
import dev.facewright.platform.training.TrainingProblem.RunNameRefused;
import java.io.IOException;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;

/// Turns a face recogniser from elsewhere into a model version.
@Service
public class ImportedModels {
    private static final int SIDE = 112;
    private static final int CHANNELS = 3;

    private final ModelRegistry models;
    private final TrainingSettings settings;

    ImportedModels(ModelRegistry models, TrainingSettings settings) {
        this.models = models;
        this.settings = settings;
    }

    /// Takes a file into memory, unless it is larger than it may be.
    ///
    /// @throws ModelFileTooLarge if it is
    public byte[] read(Resource file) throws IOException {
        requireWithinLimit(file.contentLength());
        return file.getContentAsByteArray();
    }

    /// @param onnx  the file as it came
    /// @throws ModelFileRefused if it is not a network from one 112x112 face to an embedding, naming what is
    /// in the way
    public ModelVersionId register(NewImport described, byte[] onnx) {
        if (described.name().isBlank() || described.name().strip().length() > RunNameRefused.LONGEST) {
            throw new RunNameRefused();
        }
        requireWithinLimit(onnx.length);
        ModelFile file = convert(onnx, described.preprocessing().preprocessing());
        return models.register(new NewModelVersion(
                described.name().strip(),
                file.content(),
                file.facts(),
                new Origin.Imported(
                        described.source().strip(),
                        Sha256.hex(onnx),
                        described.licence().strip(),
                        described.preprocessing().name(),
                        described.publishedAccuracy().strip()),
                List.of()));
    }

    /// Both the reader and the shape inference refuse with `IllegalArgumentException`; a file from outside is
    /// no bug.
    private static ModelFile convert(byte[] onnx, Preprocessing preprocessing) {
        try {
            FaceModel model = OnnxReader.read(onnx, preprocessing);
            requireFaceInput(model.network());
            return ModelFile.of(model);
        } catch (UnsupportedOnnx unsupported) {
            throw new ModelFileRefused(
                    unsupported.rule().name(), unsupported.arguments(), String.valueOf(unsupported.getMessage()));
        } catch (IllegalArgumentException inconsistent) {
            throw new ModelFileRefused(
                    "INCONSISTENT", List.of(), "The network does not fit together: " + inconsistent.getMessage());
        }
    }

    private void requireWithinLimit(long bytes) {
        if (bytes > settings.importLimit().toBytes()) {
            throw new ModelFileTooLarge(settings.importLimit().toMegabytes());
        }
    }

    private static void requireFaceInput(Network network) {
        if (network.channels() != CHANNELS || network.side() != SIDE) {
            String shape = "[N, " + network.channels() + ", " + network.side() + ", " + network.side() + "]";
            throw new ModelFileRefused(
                    "SIDE", List.of(shape), "The input is " + shape + "; faces here are [N, 3, 112, 112]");
        }
    }

    /// @param name  of the model version
    /// @param preprocessing  what its authors fed it with
    /// @param source  where the file was had from: an address or a citation
    /// @param licence  under which it may be used
    /// @param publishedAccuracy  what its authors claim, with their protocol; empty if nothing
    public record NewImport(
            String name, InputConvention preprocessing, String source, String licence, String publishedAccuracy) {}
}

package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Shapes;

/// Writes a `FaceModel` as ONNX, each operation as the operator of its name: float32, any batch, one file. The same
/// model
/// always gives the same bytes.
public final class OnnxWriter {
    /// The one input, float32 `[N, channels, side, side]`.
    public static final String INPUT = "input";
    /// The one output, float32 `[N, dimensions]`, not normalised.
    public static final String OUTPUT = "embedding";
    /// Version of the standard operator set: old enough for every runtime in use.
    public static final int OPSET = 17;

    private static final int IR_VERSION = 8;
    private static final String BATCH = "N";

    private OnnxWriter() {}

    /// @return at most `OnnxReader.MAXIMUM_BYTES`
    /// @throws IllegalArgumentException if the weights do not fit the network, it does not end in a vector, or the
    ///     file would be larger than what is read back
    public static byte[] write(FaceModel model) {
        int dimensions = Shapes.embeddingDimensions(model);
        Network network = model.network();
        requireReadable(network, weightBytes(model));
        GraphProto.Builder graph = new GraphWriter(model).write();
        graph.addInput(Protos.floats(INPUT, BATCH, network.channels(), network.side(), network.side()));
        graph.addOutput(Protos.floats(OUTPUT, BATCH, dimensions));
        ModelProto proto = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("facewright")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET))
                .setGraph(graph)
                .build();
        requireReadable(network, proto.getSerializedSize());
        return proto.toByteArray();
    }

    private static long weightBytes(FaceModel model) {
        return model.network().weightNames().stream()
                .mapToLong(model.weights()::bytes)
                .sum();
    }

    private static void requireReadable(Network network, long bytes) {
        if (bytes > OnnxReader.MAXIMUM_BYTES) {
            throw new IllegalArgumentException(network.name() + " takes " + bytes + " bytes as ONNX; at most "
                    + OnnxReader.MAXIMUM_BYTES + " can be read back: choose a smaller backbone or a larger patch");
        }
    }
}

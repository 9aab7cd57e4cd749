package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.io.IOException;
import java.util.stream.Stream;

/// From untrusted bytes to a graph whose operator versions are known.
final class ModelParser {
    private static final int MAXIMUM_NODES = 10_000;
    private static final int RECURSION_LIMIT = 32;
    // 7 brought numpy's broadcasting; what later sets changed in the operators read here is handled where it is read
    private static final int OLDEST_OPSET = 7;
    private static final int NEWEST_OPSET = 23;

    private ModelParser() {}

    static GraphProto parse(byte[] bytes) {
        if (bytes.length > OnnxReader.MAXIMUM_BYTES) {
            throw new UnsupportedOnnx(
                    Rule.TOO_LARGE,
                    "The model has " + bytes.length + " bytes; at most " + OnnxReader.MAXIMUM_BYTES + " are read");
        }
        ModelProto model = proto(bytes);
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new UnsupportedOnnx(Rule.NOT_ONNX, "This is not an ONNX model: it has no graph with operators");
        }
        refuseUnknownOperatorSets(model);
        return refuseUnusual(model.getGraph());
    }

    private static ModelProto proto(byte[] bytes) {
        try {
            WireScan.check(bytes, ModelProto.getDescriptor());
            // Weights then stay where they are in the file's bytes until they become tensors.
            CodedInputStream in = UnsafeByteOperations.unsafeWrap(bytes).newCodedInput();
            in.enableAliasing(true);
            in.setRecursionLimit(RECURSION_LIMIT);
            return ModelProto.parseFrom(in);
        } catch (IOException e) {
            throw new UnsupportedOnnx(Rule.NOT_ONNX, "This is not an ONNX model, or it is cut short or damaged", e);
        }
    }

    private static void refuseUnknownOperatorSets(ModelProto model) {
        long version = 0;
        for (OperatorSetIdProto set : model.getOpsetImportList()) {
            if (Node.isStandardDomain(set.getDomain())) {
                version = set.getVersion();
            }
        }
        if (version < OLDEST_OPSET || version > NEWEST_OPSET) {
            throw new UnsupportedOnnx(
                    Rule.OPERATOR_SET,
                    Stream.of(version, OLDEST_OPSET, NEWEST_OPSET)
                            .map(String::valueOf)
                            .toList(),
                    "The model uses version " + version + " of the standard operator set; " + OLDEST_OPSET + " to "
                            + NEWEST_OPSET + " are supported");
        }
    }

    private static GraphProto refuseUnusual(GraphProto graph) {
        if (graph.getNodeCount() > MAXIMUM_NODES) {
            throw new UnsupportedOnnx(
                    Rule.TOO_LARGE,
                    "The model has " + graph.getNodeCount() + " nodes; at most " + MAXIMUM_NODES + " are read");
        }
        if (graph.getSparseInitializerCount() > 0) {
            throw new UnsupportedOnnx(Rule.SPARSE, "Sparse initialisers are not supported; store the weights densely");
        }
        return graph;
    }
}

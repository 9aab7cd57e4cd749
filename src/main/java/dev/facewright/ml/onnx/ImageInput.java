package dev.facewright.ml.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.facewright.ml.onnx.UnsupportedOnnx.Rule;
import java.util.List;
import java.util.Set;

/// The image a model takes: float32 `[N or 1, 3, side, side]`.
record ImageInput(String name, boolean batchIsOne, int channels, int side) {
    private static final int LARGEST_SIDE = 1024;

    /// @param constants  names that have a value in the file: older exporters list those as inputs too
    static ImageInput of(GraphProto graph, Set<String> constants) {
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !constants.contains(input.getName()))
                .toList();
        if (inputs.size() != 1) {
            throw new UnsupportedOnnx(
                    Rule.INPUTS,
                    List.of(String.valueOf(inputs.size())),
                    "The model has " + inputs.size() + " inputs; one, the image, is supported");
        }
        ValueInfoProto input = inputs.getFirst();
        TypeProto.Tensor type = input.getType().getTensorType();
        if (type.getElemType() != DataType.FLOAT.getNumber()) {
            throw unsupported(input, "is " + DataType.forNumber(type.getElemType()) + ", not float32");
        }
        List<Dimension> shape = type.getShape().getDimList();
        if (shape.size() != 4) {
            throw unsupported(input, "has " + shape.size() + " dimensions, not 4");
        }
        return new ImageInput(
                input.getName(), isOne(input, shape.getFirst()), channels(input, shape), side(input, shape));
    }

    private static boolean isOne(ValueInfoProto input, Dimension batch) {
        if (batch.hasDimValue() && batch.getDimValue() > 1) {
            throw unsupported(input, "is fixed to " + batch.getDimValue() + " images");
        }
        return batch.getDimValue() == 1;
    }

    private static int channels(ValueInfoProto input, List<Dimension> shape) {
        if (shape.get(1).getDimValue() != 3) {
            String order = shape.get(3).getDimValue() == 3 ? "; channels must come first" : "";
            throw unsupported(input, "does not have 3 channels" + order);
        }
        return 3;
    }

    private static int side(ValueInfoProto input, List<Dimension> shape) {
        long height = shape.get(2).getDimValue();
        long width = shape.get(3).getDimValue();
        if (height != width || height < 1 || height > LARGEST_SIDE) {
            throw unsupported(
                    input, "does not have a fixed, square size up to " + LARGEST_SIDE + "; export for one size");
        }
        return (int) height;
    }

    private static UnsupportedOnnx unsupported(ValueInfoProto input, String problem) {
        String name = Names.printable(input.getName());
        return new UnsupportedOnnx(
                Rule.INPUT,
                List.of(name),
                "Input `" + name + "` " + problem
                        + ". Supported is float32 [N, 3, side, side], such as [N, 3, 112, 112]");
    }
}

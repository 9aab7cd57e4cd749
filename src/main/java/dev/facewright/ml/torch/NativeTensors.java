package dev.facewright.ml.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import dev.facewright.ml.torch.text.StateList;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// Between plain tensors and native arrays.
final class NativeTensors {
    private NativeTensors() {}

    /// One array for each name, to be passed to a program as the list argument `list`.
    static List<NDArray> upload(NDManager manager, String list, List<String> names, Function<String, Tensor> tensors) {
        List<NDArray> arrays = new ArrayList<>();
        for (String name : names) {
            Tensor tensor = tensors.apply(name);
            NDArray array = manager.create(FloatBuffer.wrap(tensor.floats()), shape(tensor.shape()), DataType.FLOAT32);
            array.setName(list + "[]");
            arrays.add(array);
        }
        return arrays;
    }

    /// All lists of a program by their tensors' names, in its order.
    static SequencedMap<String, NDArray> upload(NDManager manager, List<StateList> lists, Weights state) {
        SequencedMap<String, NDArray> tensors = new LinkedHashMap<>();
        for (StateList list : lists) {
            List<NDArray> uploaded = upload(manager, list.argument(), list.tensors(), state::get);
            for (int i = 0; i < uploaded.size(); i++) {
                tensors.put(list.tensors().get(i), uploaded.get(i));
            }
        }
        return tensors;
    }

    static Tensor download(NDArray array) {
        long[] shape = array.getShape().getShape();
        return new Tensor(Arrays.stream(shape).mapToInt(Math::toIntExact).toArray(), values(array));
    }

    /// float32 values, in row-major order.
    static float[] values(NDArray array) {
        if (!array.getDevice().isGpu()) {
            return array.toFloatArray();
        }
        // DJL gives what it copies off a GPU a manager of its own, which would live as long as the array's.
        NDArray copy = array.toDevice(Device.cpu(), true);
        try (NDManager _ = copy.getManager()) {
            return copy.toFloatArray();
        }
    }

    /// A direct buffer in native order is used where it lies, so it must not change before the array is closed;
    /// any other is copied.
    static NDArray images(NDManager manager, FloatBuffer values, int count, int channels, int side) {
        Shape shape = new Shape(count, channels, side, side);
        if (values.remaining() != shape.size()) {
            throw new IllegalArgumentException(
                    "The images hold " + values.remaining() + " values, " + shape + " needs " + shape.size());
        }
        if (values.isDirect() && values.order() == ByteOrder.nativeOrder() && !values.isReadOnly()) {
            var bytes = MemorySegment.ofBuffer(values).asByteBuffer().order(ByteOrder.nativeOrder());
            return manager.create(bytes, shape, DataType.FLOAT32);
        }
        return manager.create(values.duplicate(), shape, DataType.FLOAT32);
    }

    private static Shape shape(int[] dimensions) {
        return new Shape(Arrays.stream(dimensions).asLongStream().toArray());
    }
}

package dev.facewright.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.head.ArcFace;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/// The network and ArcFace as a DJL block that makes the same calls as DJL's own `Conv2d` and `BatchNorm` blocks
/// do. PReLU is written with `relu`: of DJL's engines, that of PyTorch has no `Prelu`.
final class EagerBlock extends AbstractBlock {
    private static final float LEAST_SQUARED_SINE = 1e-6f;

    private final FaceModel model;
    private final ArcFace head;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Parameter centres;

    EagerBlock(FaceModel model, ArcFace head, int dimensions) {
        this.model = model;
        this.head = head;
        for (Op op : model.network().ops()) {
            op.parameters().forEach(name -> parameters.put(name, parameter(name, true)));
            op.buffers().forEach(name -> parameters.put(name, parameter(name, false)));
        }
        centres = addParameter(Parameter.builder()
                .setName("centres")
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(head.identities(), dimensions))
                .build());
    }

    private Parameter parameter(String name, boolean trained) {
        int[] shape = model.weights().get(name).shape();
        return addParameter(Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.OTHER)
                .optShape(new Shape(Arrays.stream(shape).asLongStream().toArray()))
                .optRequiresGrad(trained)
                .build());
    }

    /// Gives every parameter the model's value, and the centres seeded ones.
    void fill(NDManager manager) {
        parameters.forEach((name, parameter) -> set(manager, parameter, model.weights().get(name).floats()));
        Random random = new Random(1);
        float[] values = new float[Math.toIntExact(centres.getShape().size())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * 0.01);
        }
        set(manager, centres, values);
    }

    private static void set(NDManager manager, Parameter parameter, float[] values) {
        NDArray array = manager.create(FloatBuffer.wrap(values), parameter.getShape(), DataType.FLOAT32);
        parameter.setShape(null);
        parameter.setArray(array);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, PairList<String, Object> settings) {
        Map<String, NDArray> values = new HashMap<>();
        values.put(model.network().input(), inputs.get(0));
        for (Op op : model.network().ops()) {
            values.put(op.output(), run(op, values, store, training));
        }
        NDArray embedding = Objects.requireNonNull(values.get(model.network().output()));
        return new NDList(logits(embedding, inputs.get(1), store.getValue(centres, embedding.getDevice(), training)));
    }

    private NDArray run(Op op, Map<String, NDArray> values, ParameterStore store, boolean training) {
        NDArray in = Objects.requireNonNull(values.get(op.inputs().getFirst()));
        java.util.function.Function<String, NDArray> weight =
                name -> store.getValue(parameters.get(name), in.getDevice(), training);
        return switch (op) {
            case Op.Conv2d c ->
                Conv2d.conv2d(
                                in,
                                weight.apply(c.weight()),
                                null,
                                new Shape(c.stride(), c.stride()),
                                new Shape(c.padding(), c.padding()),
                                new Shape(1, 1),
                                c.groups())
                        .singletonOrThrow();
            case Op.BatchNorm b ->
                BatchNorm.batchNorm(
                                in,
                                weight.apply(b.mean()),
                                weight.apply(b.variance()),
                                weight.apply(b.gamma()),
                                weight.apply(b.beta()),
                                1,
                                0.9f,
                                (float) b.epsilon(),
                                training)
                        .singletonOrThrow();
            case Op.PRelu p -> prelu(in, weight.apply(p.slope()));
            case Op.Add add -> in.add(values.get(add.right()));
            case Op.Flatten _ -> in.reshape(in.getShape().get(0), -1);
            default -> throw new IllegalArgumentException("MobileFaceNet has no " + op);
        };
    }

    private static NDArray prelu(NDArray in, NDArray slope) {
        NDArray positive = Activation.relu(in);
        return positive.add(in.sub(positive).mul(slope.reshape(1, slope.size(), 1, 1)));
    }

    private NDArray logits(NDArray embedding, NDArray labels, NDArray rows) {
        NDArray cosines = embedding.normalize(2, 1).matMul(rows.normalize(2, 1).transpose()).clip(-1, 1);
        NDArray own = labels.oneHot(head.identities(), DataType.FLOAT32);
        NDArray cosine = cosines.mul(own).sum(new int[] {1}, true);
        NDArray sine = cosine.square().neg().add(1).maximum(LEAST_SQUARED_SINE).sqrt();
        float cos = (float) Math.cos(head.marginRadians());
        float sin = (float) Math.sin(head.marginRadians());
        NDArray shifted = cosine.mul(cos).sub(sine.mul(sin));
        NDArray beyond = cosine.sub((float) head.marginRadians() * sin);
        NDArray target = ai.djl.ndarray.NDArrays.where(cosine.gt(-cos), shifted, beyond);
        return cosines.add(own.mul(target.sub(cosine))).mul((float) head.scale());
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), head.identities())};
    }
}

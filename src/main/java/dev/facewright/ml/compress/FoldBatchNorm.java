package dev.facewright.ml.compress;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Moves BatchNorm into the convolution or linear layer before it, as inference lets one do.
/// Jacob et al., *Quantization and Training of Neural Networks*, CVPR 2018, section 3.2,
/// <https://arxiv.org/abs/1712.05877>.
///
/// With `s = gamma / sqrt(variance + epsilon)` the weight becomes `s · weight` and the bias `s · (bias - mean) +
/// beta`. A `Flatten` of one pixel a channel may stand between the two. BatchNorm stays where anything else
/// reads what it normalises, or where no such layer comes before it.
public final class FoldBatchNorm {
    private final Network network;
    private final List<Op> ops;
    private final Map<String, Tensor> tensors;

    private FoldBatchNorm(FaceModel model) {
        this.network = model.network();
        this.ops = new ArrayList<>(network.ops());
        this.tensors = new LinkedHashMap<>(model.weights().tensors());
    }

    /// @return a model that gives the same embeddings in evaluation mode, up to rounding; the argument is left
    ///     as it is
    public static FaceModel apply(FaceModel model) {
        FoldBatchNorm fold = new FoldBatchNorm(model);
        for (Op op : model.network().ops()) {
            if (op instanceof Op.BatchNorm norm) {
                fold.foldIfPossible(norm);
            }
        }
        return fold.result(model);
    }

    private void foldIfPossible(Op.BatchNorm norm) {
        int last = makerForOneReader(norm.input());
        boolean flattened = last >= 0 && ops.get(last) instanceof Op.Flatten;
        int place = flattened ? makerForOneReader(ops.get(last).inputs().getFirst()) : last;
        AffineScale scale = AffineScale.of(norm, this::tensor);
        if (place < 0 || outputs(ops.get(place)) != scale.size()) {
            return;
        }
        ops.set(place, folded(ops.get(place), scale));
        // what came before the normalisation takes its output's name, so nothing after it changes
        ops.set(last, renamed(ops.get(last), norm.output()));
        ops.remove(norm);
    }

    /// Where the operation is that makes a value for one other operation alone, or -1.
    private int makerForOneReader(String value) {
        long readers = ops.stream()
                .flatMap(op -> op.inputs().stream())
                .filter(value::equals)
                .count();
        if (readers != 1 || value.equals(network.output())) {
            return -1;
        }
        return IntStream.range(0, ops.size())
                .filter(i -> ops.get(i).output().equals(value))
                .findFirst()
                .orElse(-1);
    }

    /// Channels or features of a layer that a scale can move into; -1 for any other operation.
    private int outputs(Op op) {
        return switch (op) {
            case Op.Conv2d conv -> tensor(conv.weight()).shape()[0];
            case Op.Linear linear -> tensor(linear.weight()).shape()[0];
            default -> -1;
        };
    }

    private Op folded(Op layer, AffineScale scale) {
        return switch (layer) {
            case Op.Conv2d conv ->
                new Op.Conv2d(
                        conv.output(),
                        conv.input(),
                        replacement(conv.weight(), scale.ofWeight(tensor(conv.weight()))),
                        bias(conv.weight(), conv.bias(), scale),
                        conv.stride(),
                        conv.padding(),
                        conv.groups());
            case Op.Linear linear ->
                new Op.Linear(
                        linear.output(),
                        linear.input(),
                        replacement(linear.weight(), scale.ofWeight(tensor(linear.weight()))),
                        bias(linear.weight(), linear.bias(), scale));
            default -> throw new IllegalArgumentException(layer + " has no weight to fold into");
        };
    }

    private String bias(String weight, @Nullable String bias, AffineScale scale) {
        if (bias != null) {
            return replacement(bias, scale.ofBias(tensor(bias)));
        }
        String stem = weight.endsWith(".weight") ? weight.substring(0, weight.length() - ".weight".length()) : weight;
        return added(stem + ".bias", scale.ofBias(Tensor.filled(0, scale.size())));
    }

    /// Stores a tensor in the place of another, or beside it where another operation goes on reading that one.
    private String replacement(String name, Tensor tensor) {
        long readers = ops.stream()
                .flatMap(op -> Stream.concat(op.parameters().stream(), op.buffers().stream()))
                .filter(name::equals)
                .count();
        if (readers > 1) {
            return added(name + ".folded", tensor);
        }
        tensors.put(name, tensor);
        return name;
    }

    private String added(String wanted, Tensor tensor) {
        String name = wanted;
        for (int number = 2; tensors.containsKey(name); number++) {
            name = wanted + number;
        }
        tensors.put(name, tensor);
        return name;
    }

    private static Op renamed(Op op, String output) {
        return switch (op) {
            case Op.Conv2d conv ->
                new Op.Conv2d(
                        output, conv.input(), conv.weight(), conv.bias(), conv.stride(), conv.padding(), conv.groups());
            case Op.Linear linear -> new Op.Linear(output, linear.input(), linear.weight(), linear.bias());
            case Op.Flatten flatten -> new Op.Flatten(output, flatten.input());
            default -> throw new IllegalArgumentException(op + " does not come before a folded normalisation");
        };
    }

    private Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("No weight named " + name);
        }
        return tensor;
    }

    private FaceModel result(FaceModel model) {
        Network folded =
                new Network(network.name(), network.input(), network.channels(), network.side(), ops, network.output());
        Map<String, Tensor> used = new LinkedHashMap<>();
        folded.weightNames().forEach(name -> used.put(name, tensor(name)));
        return new FaceModel(folded, Weights.of(used), model.preprocessing());
    }
}

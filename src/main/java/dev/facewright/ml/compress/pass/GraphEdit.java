package dev.facewright.ml.compress.pass;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Shapes;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.graph.Weights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A model under change: its operations and tensors, apart from the model they were taken from.
public final class GraphEdit {
    private final FaceModel model;
    private final List<Op> ops;
    private final Map<String, Tensor> tensors;
    private String output;

    public GraphEdit(FaceModel model) {
        this.model = model;
        this.ops = new ArrayList<>(model.network().ops());
        this.tensors = new LinkedHashMap<>(model.weights().tensors());
        this.output = model.network().output();
    }

    /// The operations as they are now; later changes do not show in it.
    public List<Op> ops() {
        return List.copyOf(ops);
    }

    /// Visits the operations of one kind, each as it is when its turn comes; those added on the way are not visited.
    public <T extends Op> void each(Class<T> kind, Consumer<T> visit) {
        for (Op op : ops()) {
            maker(op.output()).filter(kind::isInstance).map(kind::cast).ifPresent(visit);
        }
    }

    public Optional<Op> maker(String value) {
        return ops.stream().filter(op -> op.output().equals(value)).findFirst();
    }

    public List<Op> readers(String value) {
        return ops.stream().filter(op -> op.inputs().contains(value)).toList();
    }

    /// The maker of a value that one operation reads, and nothing else.
    public Optional<Op> makerForOneReader(String value) {
        boolean once = !value.equals(output) && readers(value).size() == 1;
        return maker(value).filter(_ -> once);
    }

    /// The shape of a value of one image, as the operations are now.
    public int[] shape(String value) {
        Map<String, int[]> shapes = Shapes.infer(network(), name -> tensor(name).shape());
        return Objects.requireNonNull(shapes.get(value), value);
    }

    public Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("No weight named " + name);
        }
        return tensor;
    }

    /// Puts operations, in this order, where one was; the last should make what that one made.
    public void replace(Op old, Op... others) {
        int place = place(old);
        ops.remove(place);
        ops.addAll(place, List.of(others));
    }

    public void insertBefore(Op at, Op... others) {
        ops.addAll(place(at), List.of(others));
    }

    /// Takes an operation out; who read what it made reads its input instead.
    public void remove(Op.Unary op) {
        ops.remove(place(op));
        redirect(op.output(), op.input());
    }

    /// Lets all who read a value read another one, the end of the network too.
    public void redirect(String value, String other) {
        ops.replaceAll(
                op -> op.inputs().contains(value) ? op.withInputs(name -> name.equals(value) ? other : name) : op);
        output = output.equals(value) ? other : output;
    }

    /// Gives a value another name, wherever it is made or read.
    public void rename(String value, String name) {
        ops.replaceAll(op -> op.output().equals(value) ? op.withOutput(name) : op);
        redirect(value, name);
    }

    /// A name no value has: the one wanted, or that with a number.
    public String freshValue(String wanted) {
        return fresh(
                wanted,
                name -> name.equals(model.network().input()) || maker(name).isPresent());
    }

    /// Adds a tensor under the name wanted, or that with a number.
    ///
    /// @return the name it goes by
    public String add(String wanted, Tensor tensor) {
        String name = fresh(wanted, tensors::containsKey);
        tensors.put(name, tensor);
        return name;
    }

    /// Stores a tensor in the place of another for the one operation that reads it; where several do, beside it.
    ///
    /// @return the name it goes by
    public String replace(String name, Tensor tensor) {
        long readers = ops.stream()
                .flatMap(op -> Stream.concat(op.parameters().stream(), op.buffers().stream()))
                .filter(name::equals)
                .count();
        if (readers > 1) {
            return add(name + ".own", tensor);
        }
        tensors.put(name, tensor);
        return name;
    }

    /// The changed model, with the weights that its operations read and no others.
    public FaceModel result() {
        Network network = network();
        Map<String, Tensor> used = new LinkedHashMap<>();
        network.weightNames().forEach(name -> used.put(name, tensor(name)));
        return new FaceModel(network, Weights.of(used), model.preprocessing());
    }

    private Network network() {
        return model.network().withOps(ops, output);
    }

    private int place(Op op) {
        int place = ops.indexOf(op);
        if (place < 0) {
            throw new IllegalArgumentException(op + " is not in the network, or no longer");
        }
        return place;
    }

    private static String fresh(String wanted, Predicate<String> taken) {
        String name = wanted;
        for (int number = 2; taken.test(name); number++) {
            name = wanted + number;
        }
        return name;
    }
}

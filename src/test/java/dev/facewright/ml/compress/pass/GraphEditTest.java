package dev.facewright.ml.compress.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.graph.Tensor;
import dev.facewright.ml.onnx.TinyNetwork;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// On `conv0` (with bias), `prelu1`, `conv2`, `add3` of `prelu1` and `conv2`, and `flatten4`.
class GraphEditTest {
    private final FaceModel model = model();
    private final GraphEdit graph = new GraphEdit(model);

    private static FaceModel model() {
        TinyNetwork net = new TinyNetwork(1).conv(3, 4, 3, 2, 1, 1, true).prelu(4);
        String prelu = net.last();
        return net.conv(4, 4, 1, 1, 0, 1, false).plus(prelu).flatten().model();
    }

    @Test
    void makersAndReadersAreFound() {
        assertThat(graph.maker("prelu1"))
                .hasValueSatisfying(op -> assertThat(op).isInstanceOf(Op.PRelu.class));
        assertThat(graph.maker("input")).isEmpty();
        assertThat(graph.readers("prelu1")).extracting(Op::output).containsExactly("conv2", "add3");
        assertThat(graph.makerForOneReader("conv0")).isPresent();
        assertThat(graph.makerForOneReader("prelu1")).as("read twice").isEmpty();
        assertThat(graph.makerForOneReader("flatten4")).as("the embedding").isEmpty();
        assertThat(graph.shape("add3")).containsExactly(4, 4, 4);
    }

    @Test
    void anOperationIsReplacedByOthersInItsPlace() {
        graph.replace(op("prelu1"), new Op.Relu("half", "conv0"), new Op.Sigmoid("prelu1", "half"));

        assertThat(outputs()).containsExactly("conv0", "half", "prelu1", "conv2", "add3", "flatten4");
        assertThatThrownBy(() -> graph.replace(model.network().ops().get(1)))
                .hasMessageContaining("is not in the network, or no longer");
    }

    @Test
    void operationsAreInsertedAndReadersSentToThem() {
        graph.insertBefore(op("add3"), new Op.Relu("short", "prelu1"));
        graph.redirect("conv2", "short");

        assertThat(outputs()).containsExactly("conv0", "prelu1", "conv2", "short", "add3", "flatten4");
        assertThat(op("add3").inputs()).containsExactly("prelu1", "short");
    }

    @Test
    void whoReadWhatWasTakenOutReadsItsInput() {
        graph.remove((Op.Unary) op("prelu1"));
        graph.remove((Op.Unary) op("flatten4"));
        FaceModel result = graph.result();

        assertThat(result.network().output()).isEqualTo("add3");
        assertThat(op("add3").inputs()).containsExactly("conv0", "conv2");
        assertThat(result.weights().tensors()).containsOnlyKeys("conv0.weight", "conv0.bias", "conv2.weight");
    }

    @Test
    void aValueIsRenamedWhereItIsMadeAndWhereItIsRead() {
        graph.rename("prelu1", "activated");
        graph.rename("flatten4", "embedding");
        FaceModel result = graph.result();

        assertThat(outputs()).containsExactly("conv0", "activated", "conv2", "add3", "embedding");
        assertThat(op("add3").inputs()).containsExactly("activated", "conv2");
        assertThat(result.network().output()).isEqualTo("embedding");
        PassContract.sameEmbeddings(model, result);
    }

    @Test
    void newNamesAreOnesThatNothingHas() {
        assertThat(graph.freshValue("conv0")).isEqualTo("conv02");
        assertThat(graph.freshValue("input")).isEqualTo("input2");
        assertThat(graph.freshValue("free")).isEqualTo("free");
        assertThat(graph.add("conv0.bias", Tensor.vector(1))).isEqualTo("conv0.bias2");
        assertThat(graph.add("conv0.bias", Tensor.vector(2))).isEqualTo("conv0.bias3");
        assertThat(graph.tensor("conv0.bias")).isEqualTo(model.weights().get("conv0.bias"));
    }

    @Test
    void aTensorIsReplacedUnlessAnotherOperationReadsIt() {
        assertThat(graph.replace("conv0.bias", Tensor.filled(1, 4))).isEqualTo("conv0.bias");
        assertThat(graph.tensor("conv0.bias")).isEqualTo(Tensor.filled(1, 4));
        graph.insertBefore(op("add3"), new Op.PRelu("other", "conv2", "prelu1.slope"));

        assertThat(graph.replace("prelu1.slope", Tensor.filled(0, 4))).isEqualTo("prelu1.slope.own");
        assertThat(graph.tensor("prelu1.slope")).isEqualTo(model.weights().get("prelu1.slope"));
    }

    @Test
    void eachOperationIsVisitedAsItIsWhenItsTurnComes() {
        List<Op> visited = new ArrayList<>();
        graph.each(Op.Unary.class, op -> {
            visited.add(op);
            if (op instanceof Op.PRelu prelu) {
                graph.remove(prelu);
            }
        });

        assertThat(visited).extracting(Op::output).containsExactly("conv0", "prelu1", "conv2", "flatten4");
        assertThat(visited.get(2).inputs()).as("changed on the way").containsExactly("conv0");
    }

    @Test
    void theModelItWasTakenFromStays() {
        graph.remove((Op.Unary) op("prelu1"));
        graph.replace("conv0.bias", Tensor.filled(1, 4));

        assertThat(model).isEqualTo(model());
    }

    private Op op(String output) {
        return graph.maker(output).orElseThrow();
    }

    private List<String> outputs() {
        return graph.ops().stream().map(Op::output).toList();
    }
}

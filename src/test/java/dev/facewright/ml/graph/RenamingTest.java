package dev.facewright.ml.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RenamingTest {
    /// Every operation with names of its own; what is not a name must stay.
    private static final List<Op> EVERY_OPERATION = List.of(
            new Op.Conv2d("o", "i", "t", "t2", 2, 1, 3),
            new Op.Conv2d("o", "i", "t", null, 1, 0, 1),
            new Op.BatchNorm("o", "i", "t", "t2", "t3", "t4", 1e-5),
            new Op.PRelu("o", "i", "t"),
            new Op.Relu("o", "i"),
            new Op.LeakyRelu("o", "i", 0.1),
            new Op.Clip("o", "i", -1, 6),
            new Op.HardSwish("o", "i"),
            new Op.HardSigmoid("o", "i"),
            new Op.Gelu("o", "i"),
            new Op.Sigmoid("o", "i"),
            new Op.Add("o", "i", "i2"),
            new Op.Mul("o", "i", "i2"),
            new Op.ChannelScale("o", "i", "i2"),
            new Op.Linear("o", "i", "t", "t2"),
            new Op.Linear("o", "i", "t", null),
            new Op.GlobalPool("o", "i"),
            new Op.Flatten("o", "i"),
            new Op.Tokens("o", "i"),
            new Op.Position("o", "i", "t"),
            new Op.LayerNorm("o", "i", "t", "t2", 1e-6),
            new Op.SelfAttention("o", "i", 12));

    @Test
    void theListHasEveryOperation() {
        assertThat(EVERY_OPERATION.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(leaves(Op.class).toList());
    }

    @Test
    void namesAreRenamedByWhatTheyNameAndNothingElseChanges() {
        for (Op op : EVERY_OPERATION) {
            Op renamed = op.withOutput("out")
                    .withInputs(name -> name.replace("i", "in"))
                    .withTensors(name -> name.replace("t", "tensor"));
            assertThat(renamed.output()).isEqualTo("out");
            assertThat(renamed.inputs())
                    .isEqualTo(op.inputs().stream()
                            .map(name -> name.replace("i", "in"))
                            .toList());
            assertThat(tensors(renamed))
                    .isEqualTo(tensors(op).stream()
                            .map(name -> name.replace("t", "tensor"))
                            .toList());
            assertThat(renamed.withOutput("o")
                            .withInputs(name -> name.replace("in", "i"))
                            .withTensors(name -> name.replace("tensor", "t")))
                    .isEqualTo(op);
        }
    }

    private static List<String> tensors(Op op) {
        return Stream.concat(op.parameters().stream(), op.buffers().stream()).toList();
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(RenamingTest::leaves)
                : Stream.of(type);
    }
}

package dev.facewright.ml.onnx;

import dev.facewright.ml.graph.Op;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Leaves out what does not lead to the output, such as the half of a PReLU that was read as one.
final class LiveOps {
    private LiveOps() {}

    static List<Op> of(List<Op> ops, String output) {
        Set<String> needed = new HashSet<>(Set.of(output));
        for (Op op : ops.reversed()) {
            if (needed.contains(op.output())) {
                needed.addAll(op.inputs());
            }
        }
        return ops.stream().filter(op -> needed.contains(op.output())).toList();
    }
}

package dev.facewright.ml.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// An ordered list of operations from one image tensor to one embedding.
///
/// @param name  the field's name of the architecture, such as `mobilefacenet`
/// @param input  the name of the input value, float32 `[batch, channels, side, side]`
/// @param channels  channels of the input, 3 for colour
/// @param side  height and width of the input in pixels, 112 for faces
/// @param ops  in an order in which every input is made before it is read
/// @param output  the name of the value that is the embedding, float32 `[batch, dimensions]`, not normalised
public record Network(String name, String input, int channels, int side, List<Op> ops, String output) {
    /// @throws IllegalArgumentException if an operation reads a value that is not there yet, or two write the
    ///     same one
    public Network {
        ops = List.copyOf(ops);
        Set<String> known = new HashSet<>(Set.of(input));
        for (Op op : ops) {
            for (String read : op.inputs()) {
                if (!known.contains(read)) {
                    throw new IllegalArgumentException(op + " reads " + read + ", which no earlier operation makes");
                }
            }
            if (!known.add(op.output())) {
                throw new IllegalArgumentException(op + " writes " + op.output() + " a second time");
            }
        }
        if (!known.contains(output)) {
            throw new IllegalArgumentException("No operation makes the output " + output);
        }
    }

    /// Names of every tensor the network reads, parameters and buffers, in order of first use.
    public List<String> weightNames() {
        return ops.stream()
                .flatMap(op -> Stream.concat(op.parameters().stream(), op.buffers().stream()))
                .distinct()
                .toList();
    }

    /// The same network with other operations between its input and its output.
    public Network withOps(List<Op> others, String otherOutput) {
        return new Network(name, input, channels, side, others, otherOutput);
    }
}

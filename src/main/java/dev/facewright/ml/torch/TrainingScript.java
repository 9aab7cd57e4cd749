package dev.facewright.ml.torch;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.head.Head;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A whole training step as one method: forward, loss, gradient, clipping and update. What it takes and changes
/// stays in the same tensors, so a step moves no weight.
///
/// @param source  the method; takes images, labels, rate and the lists
/// @param lists  the list arguments, in order; the first holds the parameters
record TrainingScript(String source, List<StateList> lists) {
    static final String PARAMETERS = "parameters";

    static TrainingScript of(Network network, Head head, OptimiserSettings settings) {
        List<String> decayed = decayed(network);
        List<String> parameters = parameters(network, decayed);
        List<String> statistics = network.ops().stream()
                .flatMap(op -> op.buffers().stream())
                .distinct()
                .toList();
        List<StateList> lists = new ArrayList<>(List.of(new StateList(PARAMETERS, parameters)));
        lists.addAll(OptimiserScript.lists(parameters));
        if (!statistics.isEmpty()) {
            lists.add(new StateList("statistics", statistics));
        }
        Script script = new Script();
        script.line("torch.set_grad_enabled(True)");
        // Fresh leaves on the same memory: the gradient ends at them, and the update below goes around it.
        script.line("leaves = [torch.requires_grad_(torch.detach(t), True) for t in " + PARAMETERS + "]");
        Map<String, String> places = places(parameters, statistics);
        String embedding = new NetworkScript(script, places::get, true).write(network, "images");
        String centres = "leaves[" + parameters.indexOf(TrainingState.CENTRES) + "]";
        HeadScript.Outcome outcome = new HeadScript(script).write(head, embedding, centres, "labels");
        script.line("gradients = [torch._unwrap_optional(t) for t in torch.grad([" + outcome.loss() + "], leaves)]");
        script.line("torch.set_grad_enabled(False)");
        String norm = OptimiserScript.write(script, settings, PARAMETERS, "gradients", decayed.size());
        String result = "torch.stack([torch.detach(" + outcome.loss() + "), torch.to(" + outcome.hits() + ", 6), "
                + norm + "])";
        List<String> arguments = new ArrayList<>(List.of("images: Tensor", "labels: Tensor", "rate: Tensor"));
        lists.forEach(list -> arguments.add(list.declaration()));
        return new TrainingScript(script.forward(arguments, result), List.copyOf(lists));
    }

    List<String> parameters() {
        return lists.getFirst().tensors();
    }

    private static Map<String, String> places(List<String> parameters, List<String> statistics) {
        Map<String, String> places = new HashMap<>();
        IntStream.range(0, parameters.size()).forEach(i -> places.put(parameters.get(i), "leaves[" + i + "]"));
        IntStream.range(0, statistics.size()).forEach(i -> places.put(statistics.get(i), "statistics[" + i + "]"));
        return places;
    }

    /// Weight decay pulls directions together; on norms, biases and slopes it would only shrink what the data
    /// needs.
    private static List<String> decayed(Network network) {
        Stream<String> weights = network.ops().stream().mapMulti((op, found) -> {
            if (op instanceof Op.Conv2d conv) {
                found.accept(conv.weight());
            } else if (op instanceof Op.Linear linear) {
                found.accept(linear.weight());
            }
        });
        return Stream.concat(weights, Stream.of(TrainingState.CENTRES))
                .distinct()
                .toList();
    }

    private static List<String> parameters(Network network, List<String> decayed) {
        Stream<String> all = network.ops().stream().flatMap(op -> op.parameters().stream());
        return Stream.concat(decayed.stream(), all).distinct().toList();
    }
}

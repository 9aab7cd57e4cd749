package dev.facewright.ml.torch.step;

import dev.facewright.ml.torch.gradient.Backward;
import dev.facewright.ml.torch.objective.ObjectiveScript;
import dev.facewright.ml.torch.objective.ObjectiveScript.Outcome;
import dev.facewright.ml.torch.settings.PrecisionSettings;
import dev.facewright.ml.torch.step.TrainingScript.Differentiation;
import dev.facewright.ml.torch.text.Arithmetic;
import dev.facewright.ml.torch.text.Learnt;
import dev.facewright.ml.torch.text.NetworkScript;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.Segment;
import dev.facewright.ml.torch.text.StateList;
import dev.facewright.ml.torch.update.OptimiserScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes forward and backward of a step: the gradient of every parameter, loss and hits.
///
/// @param lists  all of the program's, the parameters first
record StepGradient(
        Script script,
        ObjectiveScript goal,
        OptimiserScript optimiser,
        List<StateList> lists,
        Differentiation differentiation,
        Arithmetic arithmetic) {
    /// Lists of the parameters' gradients, in their order.
    static final String GRADIENTS = "gradients";

    /// Variables, float32 `[]`.
    static final String LOSS = "loss";

    static final String HITS = "hits";

    private static final String PIECE = "piece";
    private static final String EMBEDDING = "embedding";

    void write() {
        int parts = optimiser.settings().optimiser().accumulationSteps();
        if (parts == 1) {
            Outcome outcome = once(GRADIENTS, "1.");
            script.line(LOSS + " = torch.detach(" + outcome.loss() + ")");
            script.line(HITS + " = torch.to(" + outcome.hits() + ", 6, False, False, None)");
        } else {
            sum("torch.size(labels, 0)", "rate");
        }
        script.line("torch.set_grad_enabled(False)");
    }

    /// The same of a part of a batch, with its share in the means over the whole.
    ///
    /// @param total  the variable of the number of images in the whole batch, float32 `[]`
    void writePart(String total) {
        sum("int(" + total + ")", total);
        script.line("torch.set_grad_enabled(False)");
    }

    /// One part of the batch after the other, each with its share in the mean; two images a part at least, since
    /// a norm needs them.
    ///
    /// @param count  the expression of the number of images of which each part has its share
    /// @param scalar  any float32 `[]`
    private void sum(String count, String scalar) {
        int parts = optimiser.settings().optimiser().accumulationSteps();
        script.line(GRADIENTS + " = [torch.zeros_like(t) for t in " + Learnt.PARAMETERS + "]");
        script.line(LOSS + " = torch.zeros_like(" + scalar + ")");
        script.line(HITS + " = torch.zeros_like(" + scalar + ")");
        script.line("count = " + count);
        script.line("parts = max(1, min(" + parts + ", torch.size(labels, 0) // 2))");
        script.line("images_of = torch.tensor_split(images, parts)");
        script.line("labels_of = torch.tensor_split(labels, parts)");
        script.block("for i in range(parts):", () -> {
            script.line("images = images_of[i]");
            script.line("labels = labels_of[i]");
            script.line("share = torch.size(labels, 0) / count");
            Outcome outcome = once(PIECE, "share");
            script.line("torch.set_grad_enabled(False)");
            script.line("torch._foreach_add_(" + GRADIENTS + ", " + PIECE + ", alpha=1.)");
            script.line(LOSS + " = torch.add(" + LOSS + ", torch.mul(torch.detach(" + outcome.loss() + "), share))");
            script.line(HITS + " = torch.add(" + HITS + ", " + outcome.hits() + ")");
        });
    }

    /// @param list  the variable that takes the gradients
    /// @param share  of this part's mean loss in the whole
    private Outcome once(String list, String share) {
        PrecisionSettings precision = optimiser.settings().precision();
        boolean inFull = !precision.activationCheckpointing() && precision.type() == PrecisionSettings.Type.FP32;
        if (inFull && differentiation == Differentiation.COMPILED) {
            Map<String, String> tensors = TrainingScript.places(lists, Learnt.PARAMETERS);
            return new CompiledGradient(script, goal, tensors)
                    .write(list, optimiser.learnt().parameters(), outcome -> seed(outcome, share));
        }
        script.line("torch.set_grad_enabled(True)");
        // Fresh leaves on the same memory: the gradient ends at them, and the update goes around it.
        script.line(TrainingScript.LEAVES + " = [torch.requires_grad_(torch.detach(t), True) for t in "
                + Learnt.PARAMETERS + "]");
        return precision.activationCheckpointing() ? segmented(list, share) : whole(list, share);
    }

    /// Where autograd finds each tensor: gradients end at the leaves, which stand for the parameters.
    private Map<String, String> places() {
        return TrainingScript.places(lists, TrainingScript.LEAVES);
    }

    private Outcome whole(String list, String share) {
        String output = network(NetworkScript.Norms.MOVED).write(goal.network(), goal.input());
        Outcome outcome = goal.write(script, places()::get, output);
        script.line(
                list + " = " + unwrapped("torch.grad([" + seed(outcome, share) + "], " + TrainingScript.LEAVES + ")"));
        return outcome;
    }

    /// Keeps what stands between the segments, and works out the rest again on the way back, a segment at a time.
    /// Chen et al., *Training deep nets with sublinear memory cost*, 2016, <https://arxiv.org/abs/1604.06174>.
    private Outcome segmented(String list, String share) {
        List<Segment> segments = Segment.of(goal.network());
        List<String> kept = forward(segments);
        script.line("torch.set_grad_enabled(True)");
        script.line(EMBEDDING + " = torch.requires_grad_(torch.detach(" + kept.getLast() + "), True)");
        Outcome outcome = goal.write(script, places()::get, EMBEDDING);
        Backward backward = new Backward(script, places());
        List<String> beside = optimiser.learnt().parameters().stream()
                .filter(parameter -> !goal.network().weightNames().contains(parameter))
                .toList();
        String slope = backward.step(seed(outcome, share), null, EMBEDDING, beside);
        for (int i = segments.size() - 1; i >= 0; i--) {
            String input = "input" + i;
            script.line(input + " = torch.requires_grad_(torch.detach(" + kept.get(i) + "), "
                    + (i > 0 ? "True" : "False") + ")");
            String output = network(NetworkScript.Norms.STILL)
                    .write(segments.get(i), input, goal.network().output());
            slope = backward.step(
                    output, slope, i > 0 ? input : null, segments.get(i).parameters());
        }
        script.line(list + " = " + backward.gradients(optimiser.learnt().parameters()));
        return outcome;
    }

    /// @return variables of each segment's input, and of the last one's output
    private List<String> forward(List<Segment> segments) {
        script.line("torch.set_grad_enabled(False)");
        NetworkScript network = network(NetworkScript.Norms.MOVED);
        List<String> kept = new ArrayList<>(List.of(network.input(goal.input())));
        for (Segment segment : segments) {
            kept.add(network(NetworkScript.Norms.MOVED)
                    .write(segment, kept.getLast(), goal.network().output()));
        }
        return kept;
    }

    private NetworkScript network(NetworkScript.Norms norms) {
        return new NetworkScript(script, places()::get, norms, arithmetic);
    }

    /// What the way back begins with.
    private String seed(Outcome outcome, String share) {
        String loss = share.equals("1.") ? outcome.loss() : "torch.mul(" + outcome.loss() + ", " + share + ")";
        return optimiser.scaled(loss);
    }

    private static String unwrapped(String gradients) {
        return "[torch._unwrap_optional(t) for t in " + gradients + "]";
    }
}

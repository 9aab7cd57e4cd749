package dev.facewright.ml.torch.objective;

import dev.facewright.ml.head.Head;
import dev.facewright.ml.torch.text.Script;
import dev.facewright.ml.torch.text.StateList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lets a script work on the rows of some classes instead of on whole tables: what comes between `take` and
/// `putBack` finds the rows under the lists' own names, and costs no more than they do.
///
/// @param lists  all of the program's
/// @param head  whose step works on a sample
record SampledCentres(Script script, List<StateList> lists, Head head) {
    /// An int64 `[classes]` argument, ascending.
    static final String ARGUMENT = "classes";

    private static final String ROWS = "rows";

    void take() {
        script.line(ROWS + " = torch.flatten(torch.add(torch.mul(torch.unsqueeze(" + ARGUMENT + ", 1), "
                + head.subCentres() + "), torch.to(torch.arange(" + head.subCentres() + "), " + ARGUMENT
                + ", False, False, None)))");
        for (StateList list : sampled()) {
            script.line(whole(list) + " = " + list.argument());
            script.line(list.argument() + " = ["
                    + IntStream.range(0, list.tensors().size())
                            .mapToObj(place -> taken(list, place))
                            .collect(Collectors.joining(", "))
                    + "]");
        }
    }

    void putBack() {
        for (StateList list : sampled()) {
            for (int place = 0; place < list.tensors().size(); place++) {
                String name = list.tensors().get(place);
                if (HeadTensors.byClass(name)) {
                    script.line("torch.index_copy_(" + at(whole(list), place) + ", 0, " + index(name) + ", "
                            + at(list.argument(), place) + ")");
                }
            }
        }
    }

    private String taken(StateList list, int place) {
        String name = list.tensors().get(place);
        String all = at(whole(list), place);
        return HeadTensors.byClass(name) ? "torch.index_select(" + all + ", 0, " + index(name) + ")" : all;
    }

    private static String index(String name) {
        return name.endsWith(HeadTensors.CENTRES) ? ROWS : ARGUMENT;
    }

    private List<StateList> sampled() {
        return lists.stream()
                .filter(list -> list.tensors().stream().anyMatch(HeadTensors::byClass))
                .toList();
    }

    private static String whole(StateList list) {
        return "whole_" + list.argument();
    }

    private static String at(String list, int place) {
        return list + "[" + place + "]";
    }
}

package dev.facewright.ml.torch.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import dev.facewright.ml.torch.TinyNetworks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentTest {
    @Test
    void aShortcutIsNeverCut() {
        List<Op> ops = List.of(
                new Op.Relu("a", "x"),
                new Op.Relu("b", "a"),
                new Op.Relu("c", "b"),
                new Op.Add("d", "a", "c"),
                new Op.Relu("e", "d"));

        assertThat(segments(ops, "e")).noneMatch(segment -> List.of("b", "c").contains(segment.output()));
    }

    /// 16 equal steps: 4 segments of 4 keep 4 + 4, which no other number undercuts.
    @Test
    void equalStepsAreCutIntoAsManyAsEachHas() {
        List<Op> ops = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            ops.add(new Op.Relu("v" + (i + 1), "v" + i));
        }
        List<Segment> segments = Segment.of(new Network("chain", "v0", 3, 6, ops, "v16"));

        assertThat(segments).hasSize(4).allMatch(segment -> segment.ops().size() == 4);
    }

    @Test
    void segmentsFollowEachOtherFromInputToOutput() {
        List<Segment> segments = Segment.of(TinyNetworks.withEveryOperation().network());

        assertThat(segments.getFirst().input()).isEqualTo("x");
        assertThat(segments.getLast().output()).isEqualTo("t");
        for (int i = 1; i < segments.size(); i++) {
            assertThat(segments.get(i).input()).isEqualTo(segments.get(i - 1).output());
        }
        assertThat(segments.stream().flatMap(segment -> segment.ops().stream()))
                .containsExactlyElementsOf(
                        TinyNetworks.withEveryOperation().network().ops());
        assertThat(segments).hasSizeGreaterThan(1);
    }

    private static List<Segment> segments(List<Op> ops, String output) {
        return Segment.of(new Network("tiny", "x", 3, 6, ops, output));
    }
}

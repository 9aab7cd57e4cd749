package dev.facewright.ml.torch.text;

import dev.facewright.ml.graph.Network;
import dev.facewright.ml.graph.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A stretch of a network that reads one value and gives one, and nothing else goes past it.
///
/// @param input  the name of the value it reads
/// @param output  the name of the value it gives
public record Segment(String input, List<Op> ops, String output) {
    public List<String> parameters() {
        return ops.stream().flatMap(op -> op.parameters().stream()).distinct().toList();
    }

    /// The cuts that keep least: what stands between the segments, and all of the largest one. Sizes are reckoned
    /// from the strides alone, a stride of 2 halving them: a quarter of the area, twice the channels.
    public static List<Segment> of(Network network) {
        List<Segment> finest = finest(network);
        Map<String, Double> sizes = sizes(network);
        double all = finest.stream().mapToDouble(segment -> segment.size(sizes)).sum();
        List<Segment> best = finest;
        for (int count = 1; count <= finest.size(); count++) {
            List<Segment> joined = joined(finest, sizes, all / count);
            if (kept(joined, sizes) < kept(best, sizes)) {
                best = joined;
            }
        }
        return best;
    }

    private static double kept(List<Segment> segments, Map<String, Double> sizes) {
        double between = segments.stream()
                .mapToDouble(segment -> sizes.getOrDefault(segment.input(), 0.0))
                .sum();
        return between
                + segments.stream()
                        .mapToDouble(segment -> segment.size(sizes))
                        .max()
                        .orElse(0);
    }

    private double size(Map<String, Double> sizes) {
        return ops.stream()
                .mapToDouble(op -> sizes.getOrDefault(op.output(), 0.0))
                .sum();
    }

    private static Map<String, Double> sizes(Network network) {
        Map<String, Double> sizes = new HashMap<>(Map.of(network.input(), 1.0));
        for (Op op : network.ops()) {
            double size = sizes.getOrDefault(op.inputs().getFirst(), 1.0);
            sizes.put(op.output(), op instanceof Op.Conv2d conv ? size / conv.stride() : size);
        }
        return sizes;
    }

    private static List<Segment> joined(List<Segment> finest, Map<String, Double> sizes, double most) {
        List<Segment> joined = new ArrayList<>();
        for (Segment next : finest) {
            Segment last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.size(sizes) + next.size(sizes) <= most) {
                joined.set(joined.size() - 1, last.and(next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private Segment and(Segment next) {
        List<Op> both = new ArrayList<>(ops);
        both.addAll(next.ops());
        return new Segment(input, both, next.output());
    }

    /// Cuts wherever one value alone is still to be read.
    private static List<Segment> finest(Network network) {
        Map<String, Integer> lastReads = new HashMap<>();
        for (int i = 0; i < network.ops().size(); i++) {
            int place = i;
            network.ops().get(i).inputs().forEach(input -> lastReads.put(input, place));
        }
        List<Segment> segments = new ArrayList<>();
        List<Op> open = new ArrayList<>();
        String input = network.input();
        int reach = lastReads.getOrDefault(input, 0);
        for (int i = 0; i < network.ops().size(); i++) {
            Op op = network.ops().get(i);
            open.add(op);
            if (reach <= i) {
                segments.add(new Segment(input, List.copyOf(open), op.output()));
                open.clear();
                input = op.output();
            }
            reach = Math.max(reach, lastReads.getOrDefault(op.output(), 0));
        }
        return segments;
    }
}

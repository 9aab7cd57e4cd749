package dev.facewright.ml.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A network and its preprocessing as lines of words. Names are URL-encoded, so a word never holds a space.
final class NetworkText {
    private static final String NONE = "~";

    private NetworkText() {}

    static String write(Network network, Preprocessing preprocessing) {
        Stream<String> head = Stream.of(
                words("network", network.name(), network.input(), network.channels(), network.side(), network.output()),
                words(
                        "preprocessing",
                        Stream.concat(
                                Stream.of(preprocessing.order()),
                                Stream.concat(preprocessing.mean().stream(), preprocessing.deviation().stream()))));
        return Stream.concat(head, network.ops().stream().map(NetworkText::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Op op) {
        return switch (op) {
            case Op.Conv2d o ->
                words("conv2d", o.output(), o.input(), o.weight(), o.bias(), o.stride(), o.padding(), o.groups());
            case Op.BatchNorm o ->
                words("batchnorm", o.output(), o.input(), o.gamma(), o.beta(), o.mean(), o.variance(), o.epsilon());
            case Op.PRelu o -> words("prelu", o.output(), o.input(), o.slope());
            case Op.Relu o -> words("relu", o.output(), o.input());
            case Op.LeakyRelu o -> words("leakyrelu", o.output(), o.input(), o.negativeSlope());
            case Op.Clip o -> words("clip", o.output(), o.input(), o.minimum(), o.maximum());
            case Op.HardSwish o -> words("hardswish", o.output(), o.input());
            case Op.HardSigmoid o -> words("hardsigmoid", o.output(), o.input());
            case Op.Gelu o -> words("gelu", o.output(), o.input());
            case Op.Sigmoid o -> words("sigmoid", o.output(), o.input());
            case Op.Add o -> words("add", o.output(), o.left(), o.right());
            case Op.Mul o -> words("mul", o.output(), o.left(), o.right());
            case Op.ChannelScale o -> words("channelscale", o.output(), o.input(), o.factors());
            case Op.Linear o -> words("linear", o.output(), o.input(), o.weight(), o.bias());
            case Op.GlobalPool o -> words("globalpool", o.output(), o.input());
            case Op.Flatten o -> words("flatten", o.output(), o.input());
            case Op.Tokens o -> words("tokens", o.output(), o.input());
            case Op.Position o -> words("position", o.output(), o.input(), o.weight());
            case Op.LayerNorm o -> words("layernorm", o.output(), o.input(), o.gamma(), o.beta(), o.epsilon());
            case Op.SelfAttention o -> words("selfattention", o.output(), o.input(), o.heads());
        };
    }

    private static String words(@Nullable Object... words) {
        return words("", Stream.of(words)).substring(1);
    }

    private static String words(String first, Stream<? extends @Nullable Object> rest) {
        return first + " " + rest.map(NetworkText::word).collect(Collectors.joining(" "));
    }

    private static String word(@Nullable Object value) {
        return value == null ? NONE : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }

    /// @throws IllegalArgumentException if a line is none of the above
    static Parsed read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2) {
            throw new IllegalArgumentException("The description of the network is missing");
        }
        Line network = Line.of(lines.get(0), "network", 5);
        Line pixels = Line.of(lines.get(1), "preprocessing", 7);
        List<Op> ops = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            ops.add(op(line));
        }
        return new Parsed(
                new Network(network.name(0), network.name(1), network.whole(2), network.whole(3), ops, network.name(4)),
                new Preprocessing(
                        Preprocessing.ChannelOrder.valueOf(pixels.name(0)),
                        List.of(pixels.real(1), pixels.real(2), pixels.real(3)),
                        List.of(pixels.real(4), pixels.real(5), pixels.real(6))));
    }

    private static Op op(String text) {
        Line l = Line.of(text, text.substring(0, Math.max(0, text.indexOf(' '))), -1);
        return switch (l.kind()) {
            case "conv2d" ->
                new Op.Conv2d(l.name(0), l.name(1), l.name(2), l.orNone(3), l.whole(4), l.whole(5), l.whole(6));
            case "batchnorm" ->
                new Op.BatchNorm(l.name(0), l.name(1), l.name(2), l.name(3), l.name(4), l.name(5), l.real(6));
            case "prelu" -> new Op.PRelu(l.name(0), l.name(1), l.name(2));
            case "relu" -> new Op.Relu(l.name(0), l.name(1));
            case "leakyrelu" -> new Op.LeakyRelu(l.name(0), l.name(1), l.real(2));
            case "clip" -> new Op.Clip(l.name(0), l.name(1), l.real(2), l.real(3));
            case "hardswish" -> new Op.HardSwish(l.name(0), l.name(1));
            case "hardsigmoid" -> new Op.HardSigmoid(l.name(0), l.name(1));
            case "gelu" -> new Op.Gelu(l.name(0), l.name(1));
            case "sigmoid" -> new Op.Sigmoid(l.name(0), l.name(1));
            case "add" -> new Op.Add(l.name(0), l.name(1), l.name(2));
            case "mul" -> new Op.Mul(l.name(0), l.name(1), l.name(2));
            case "channelscale" -> new Op.ChannelScale(l.name(0), l.name(1), l.name(2));
            case "linear" -> new Op.Linear(l.name(0), l.name(1), l.name(2), l.orNone(3));
            case "globalpool" -> new Op.GlobalPool(l.name(0), l.name(1));
            case "flatten" -> new Op.Flatten(l.name(0), l.name(1));
            case "tokens" -> new Op.Tokens(l.name(0), l.name(1));
            case "position" -> new Op.Position(l.name(0), l.name(1), l.name(2));
            case "layernorm" -> new Op.LayerNorm(l.name(0), l.name(1), l.name(2), l.name(3), l.real(4));
            case "selfattention" -> new Op.SelfAttention(l.name(0), l.name(1), l.whole(2));
            default -> throw new IllegalArgumentException("Unknown operation " + l.kind());
        };
    }

    record Parsed(Network network, Preprocessing preprocessing) {}

    private record Line(String kind, List<String> words) {
        static Line of(String text, String kind, int count) {
            List<String> words = List.of(text.split(" ", -1));
            if (!words.getFirst().equals(kind) || count >= 0 && words.size() != count + 1) {
                throw new IllegalArgumentException("Not a line of " + kind + ": " + text);
            }
            return new Line(kind, words.subList(1, words.size()));
        }

        @Nullable
        String orNone(int place) {
            if (place >= words.size()) {
                throw new IllegalArgumentException(kind + " lacks its word " + place);
            }
            String word = words.get(place);
            return word.equals(NONE) ? null : URLDecoder.decode(word, StandardCharsets.UTF_8);
        }

        String name(int place) {
            return Objects.requireNonNullElse(orNone(place), NONE);
        }

        int whole(int place) {
            return Integer.parseInt(name(place));
        }

        double real(int place) {
            return Double.parseDouble(name(place));
        }
    }
}

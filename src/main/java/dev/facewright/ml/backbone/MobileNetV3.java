package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.Op;
import java.util.List;

/// Howard et al., *Searching for MobileNetV3*, ICCV 2019, tables 1 and 2, <https://arxiv.org/abs/1905.02244>.
///
/// Adapted to faces of 112 pixels in two places. The stem has stride 1, so that every later map has the size it
/// has in the paper, where images of 224 pixels enter; the 7x7 map at the end becomes an embedding as in
/// `MobileFaceNet`, by a global depthwise convolution instead of pooling and two layers for a thousand classes.
/// Weights begin as He et al. say for ReLU.
///
/// At width 1 and 128 dimensions the large one has 3.1 million parameters and 214 million multiply-accumulates,
/// the small one 1.0 and 55.
///
/// @param wide  channels that the last map is expanded to
record MobileNetV3(String name, List<Row> rows, int wide) implements Backbone {
    private static final int STEM = 16;
    private static final int SQUEEZE = 4;

    /// A row of the table: one inverted residual block.
    private record Row(int kernel, int expanded, int out, boolean squeezed, boolean swish, int stride) {}

    static final MobileNetV3 LARGE = new MobileNetV3(
            "mobilenetv3-large",
            List.of(
                    new Row(3, 16, 16, false, false, 1),
                    new Row(3, 64, 24, false, false, 2),
                    new Row(3, 72, 24, false, false, 1),
                    new Row(5, 72, 40, true, false, 2),
                    new Row(5, 120, 40, true, false, 1),
                    new Row(5, 120, 40, true, false, 1),
                    new Row(3, 240, 80, false, true, 2),
                    new Row(3, 200, 80, false, true, 1),
                    new Row(3, 184, 80, false, true, 1),
                    new Row(3, 184, 80, false, true, 1),
                    new Row(3, 480, 112, true, true, 1),
                    new Row(3, 672, 112, true, true, 1),
                    new Row(5, 672, 160, true, true, 2),
                    new Row(5, 960, 160, true, true, 1),
                    new Row(5, 960, 160, true, true, 1)),
            960);

    static final MobileNetV3 SMALL = new MobileNetV3(
            "mobilenetv3-small",
            List.of(
                    new Row(3, 16, 16, true, false, 2),
                    new Row(3, 72, 24, false, false, 2),
                    new Row(3, 88, 24, false, false, 1),
                    new Row(5, 96, 40, true, true, 2),
                    new Row(5, 240, 40, true, true, 1),
                    new Row(5, 240, 40, true, true, 1),
                    new Row(5, 120, 48, true, true, 1),
                    new Row(5, 144, 48, true, true, 1),
                    new Row(5, 288, 96, true, true, 2),
                    new Row(5, 576, 96, true, true, 1),
                    new Row(5, 576, 96, true, true, 1)),
            576);

    @Override
    public Blueprint plan(BackboneOptions options) {
        NetworkBuilder net = new NetworkBuilder(Activation.RELU, fanIn -> Initialiser.kaiming(fanIn, 0));
        String x = swish(net, net.convNorm("stem", NetworkBuilder.INPUT, options.channels(STEM), 3, 1, 1));
        for (int i = 0; i < rows.size(); i++) {
            x = block(net, "block" + (i + 1), x, rows.get(i), options);
        }
        x = swish(net, net.convNorm("expand", x, options.channels(wide), 1, 1, 1));
        return net.plan(name, MobileFaceNet.embedding(net, x, options.embeddingDimensions()));
    }

    private static String block(NetworkBuilder net, String name, String input, Row row, BackboneOptions options) {
        int in = net.channels(input);
        int expanded = options.channels(row.expanded());
        int out = options.channels(row.out());
        String x = input;
        if (expanded != in) {
            x = active(net, row, net.convNorm(name + ".expand", x, expanded, 1, 1, 1));
        }
        x = active(net, row, net.convNorm(name + ".depthwise", x, expanded, row.kernel(), row.stride(), expanded));
        if (row.squeezed()) {
            x = squeezed(net, name, x);
        }
        x = net.convNorm(name + ".project", x, out, 1, 1, 1);
        return row.stride() == 1 && in == out ? net.add(new Op.Add(name + ".sum", input, x)) : x;
    }

    /// Squeeze and excitation, Hu et al., 2018, with the hard sigmoid.
    private static String squeezed(NetworkBuilder net, String name, String input) {
        int channels = net.channels(input);
        String x = net.add(new Op.GlobalPool(name + ".pool", input));
        x = net.biased(name + ".squeeze", x, squeeze(channels), 1, 1);
        x = net.add(new Op.Relu(name + ".squeeze.relu", x));
        x = net.biased(name + ".excite", x, channels, 1, 1);
        x = net.add(new Op.HardSigmoid(name + ".gate", x));
        return net.add(new Op.ChannelScale(name + ".gated", input, x));
    }

    /// The nearest multiple of 8 to a quarter of the channels that is not below nine tenths of it.
    private static int squeeze(int channels) {
        int nearest = Math.max(8, (channels / SQUEEZE + 4) / 8 * 8);
        return nearest < 0.9 * channels / SQUEEZE ? nearest + 8 : nearest;
    }

    private static String active(NetworkBuilder net, Row row, String input) {
        return row.swish() ? swish(net, input) : net.activate(input, input);
    }

    private static String swish(NetworkBuilder net, String input) {
        return net.add(new Op.HardSwish(input + ".swish", input));
    }
}

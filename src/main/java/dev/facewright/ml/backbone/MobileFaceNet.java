package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.Op;
import java.util.List;

/// Chen et al., *MobileFaceNets*, CCBR 2018, table 1, <https://arxiv.org/abs/1804.07573>.
/// At width 1 and 128 dimensions 0.99 million parameters once the norms are folded away, and 221 million
/// multiply-accumulates, as in the paper's table 2. Weights begin as He et al. say for the activation.
///
/// @param stem  channels of the first two convolutions
/// @param wide  channels that the last map is expanded to
record MobileFaceNet(String name, int stem, List<Stage> stages, int wide) implements Backbone {
    private static final int GLOBAL_KERNEL = 7;

    /// A row of the table: residual bottlenecks of one width, the first with the stride.
    private record Stage(int expansion, int channels, int repeats, int stride) {}

    /// The paper's network.
    static final MobileFaceNet FULL = new MobileFaceNet(
            "mobilefacenet",
            64,
            List.of(
                    new Stage(2, 64, 5, 2),
                    new Stage(4, 128, 1, 2),
                    new Stage(2, 128, 6, 1),
                    new Stage(4, 128, 1, 2),
                    new Stage(2, 128, 2, 1)),
            512);

    /// Less than a megabyte of float32 at width 1 and 128 dimensions, in every file format: for devices where that
    /// counts. 0.21 million parameters and 47 million multiply-accumulates. It has the paper's depth at half its
    /// width and less, 48 channels for 128, since the later stages hold most of the weights.
    static final MobileFaceNet SMALL = new MobileFaceNet(
            "mobilefacenet-small",
            32,
            List.of(
                    new Stage(2, 32, 5, 2),
                    new Stage(4, 48, 1, 2),
                    new Stage(2, 48, 6, 1),
                    new Stage(4, 48, 1, 2),
                    new Stage(2, 48, 2, 1)),
            256);

    @Override
    public Blueprint plan(BackboneOptions options) {
        Activation activation = options.activation();
        NetworkBuilder net = new NetworkBuilder(activation, fanIn -> Initialiser.kaiming(fanIn, activation.slope()));
        int channels = options.channels(stem);
        String x = net.active("stem", NetworkBuilder.INPUT, channels, 3, 2, 1);
        x = net.active("depthwise", x, channels, 3, 1, channels);
        for (int stage = 0; stage < stages.size(); stage++) {
            Stage row = stages.get(stage);
            int out = options.channels(row.channels());
            for (int i = 0; i < row.repeats(); i++) {
                x = bottleneck(net, "stage" + (stage + 1) + "." + i, x, out, row, i == 0 ? row.stride() : 1);
            }
        }
        x = net.active("expand", x, options.channels(wide), 1, 1, 1);
        return net.plan(name, embedding(net, x, options.embeddingDimensions()));
    }

    /// The global depthwise convolution weighs each place of the 7x7 map; pooling would count corner and centre
    /// alike.
    static String embedding(NetworkBuilder net, String input, int dimensions) {
        int channels = net.channels(input);
        String x = net.conv("global", input, channels, GLOBAL_KERNEL, 1, 0, channels);
        x = net.norm("global.norm", x);
        x = net.convNorm("project", x, dimensions, 1, 1, 1);
        return net.add(new Op.Flatten("embedding", x));
    }

    private static String bottleneck(NetworkBuilder net, String name, String input, int out, Stage row, int stride) {
        int in = net.channels(input);
        int wide = in * row.expansion();
        String x = net.active(name + ".expand", input, wide, 1, 1, 1);
        x = net.active(name + ".depthwise", x, wide, 3, stride, wide);
        x = net.convNorm(name + ".project", x, out, 1, 1, 1);
        return stride == 1 && in == out ? net.add(new Op.Add(name + ".sum", input, x)) : x;
    }
}

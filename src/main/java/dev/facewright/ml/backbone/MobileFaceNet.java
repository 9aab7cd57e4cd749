package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.FaceModel;
import dev.facewright.ml.graph.Op;
import java.util.List;

/// Chen et al., *MobileFaceNets*, CCBR 2018, table 1, <https://arxiv.org/abs/1804.07573>.
/// At width 1 and 128 dimensions 0.99 million parameters once the norms are folded away, and 221 million
/// multiply-accumulates, as in the paper's table 2.
final class MobileFaceNet implements Backbone {
    private static final int GLOBAL_KERNEL = 7;

    /// A row of the table: residual bottlenecks of one width, the first with the stride.
    private record Stage(int expansion, int channels, int repeats, int stride) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(2, 64, 5, 2),
            new Stage(4, 128, 1, 2),
            new Stage(2, 128, 6, 1),
            new Stage(4, 128, 1, 2),
            new Stage(2, 128, 2, 1));

    @Override
    public String name() {
        return "mobilefacenet";
    }

    @Override
    public FaceModel build(BackboneOptions options, long seed) {
        NetworkBuilder net = new NetworkBuilder(seed);
        int channels = options.channels(64);
        String x = active(net, "stem", NetworkBuilder.INPUT, 3, channels, 3, 2, 1);
        x = active(net, "depthwise", x, channels, channels, 3, 1, channels);
        for (int stage = 0; stage < STAGES.size(); stage++) {
            Stage row = STAGES.get(stage);
            int out = options.channels(row.channels());
            for (int i = 0; i < row.repeats(); i++) {
                int stride = i == 0 ? row.stride() : 1;
                x = bottleneck(net, "stage" + (stage + 1) + "." + i, x, channels, out, row.expansion(), stride);
                channels = out;
            }
        }
        int wide = options.channels(512);
        x = active(net, "expand", x, channels, wide, 1, 1, 1);
        return embedding(net, x, wide, options.embeddingDimensions());
    }

    /// The global depthwise convolution weighs each place of the 7x7 map; pooling would count corner and centre
    /// alike.
    private FaceModel embedding(NetworkBuilder net, String input, int channels, int dimensions) {
        String x = net.conv("global", input, channels, channels, GLOBAL_KERNEL, 1, 0, channels);
        x = net.norm("global.norm", x, channels);
        x = net.conv("project", x, channels, dimensions, 1, 1, 0, 1);
        x = net.norm("project.norm", x, dimensions);
        return net.build(name(), net.add(new Op.Flatten("embedding", x)));
    }

    private static String bottleneck(
            NetworkBuilder net, String name, String input, int in, int out, int expansion, int stride) {
        int wide = in * expansion;
        String x = active(net, name + ".expand", input, in, wide, 1, 1, 1);
        x = active(net, name + ".depthwise", x, wide, wide, 3, stride, wide);
        x = net.conv(name + ".project", x, wide, out, 1, 1, 0, 1);
        x = net.norm(name + ".project.norm", x, out);
        return stride == 1 && in == out ? net.add(new Op.Add(name + ".sum", input, x)) : x;
    }

    /// Convolution that keeps the size at stride 1, BatchNorm, PReLU.
    private static String active(
            NetworkBuilder net, String name, String input, int in, int out, int kernel, int stride, int groups) {
        String x = net.conv(name, input, in, out, kernel, stride, kernel / 2, groups);
        x = net.norm(name + ".norm", x, out);
        return net.prelu(name + ".prelu", x, out);
    }
}

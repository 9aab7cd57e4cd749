package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.Op;
import java.util.List;

/// The residual network of face recognition: Deng et al., *ArcFace*, CVPR 2019, section 3.2.2,
/// <https://arxiv.org/abs/1801.07698>, after Han et al., *Deep pyramidal residual networks*, CVPR 2017; in the
/// form of insightface's `iresnet`.
///
/// The stem keeps the 112 pixels, a block is BN-conv-BN-PReLU-conv-BN with the stride in its second convolution,
/// nothing follows the sum, and the 7x7 map is flattened and projected between two norms. There is no dropout,
/// which insightface sets to 0 too; unlike there the last norm learns its scale. Convolutions begin as Gaussian
/// of deviation 0.1, the projection uniform within 1/√25088.
///
/// Millions of parameters and of multiply-accumulates at width 1 and 512 dimensions: 18 layers 24.0 and 2,610;
/// 34 layers 34.1 and 4,460; 50 layers 43.6 and 6,309; 100 layers 65.2 and 12,090.
///
/// @param blocks  of each of the four stages
record IResNet(String name, List<Integer> blocks) implements Backbone {
    private static final Initialiser CONVOLUTIONS = new Initialiser.Gaussian(0.1);
    private static final int NARROWEST = 64;

    static final IResNet OF_18 = new IResNet("iresnet-18", List.of(2, 2, 2, 2));
    static final IResNet OF_34 = new IResNet("iresnet-34", List.of(3, 4, 6, 3));
    static final IResNet OF_50 = new IResNet("iresnet-50", List.of(3, 4, 14, 3));
    static final IResNet OF_100 = new IResNet("iresnet-100", List.of(3, 13, 30, 3));

    @Override
    public Blueprint plan(BackboneOptions options) {
        NetworkBuilder net = new NetworkBuilder(options.activation(), _ -> CONVOLUTIONS);
        String x = net.active("stem", NetworkBuilder.INPUT, options.channels(NARROWEST), 3, 1, 1);
        for (int stage = 0; stage < blocks.size(); stage++) {
            int out = options.channels(NARROWEST << stage);
            for (int i = 0; i < blocks.get(stage); i++) {
                x = block(net, "stage" + (stage + 1) + "." + i, x, out, i == 0 ? 2 : 1);
            }
        }
        x = net.add(new Op.Flatten("flatten", net.norm("norm", x)));
        Initialiser projection = Initialiser.byFanIn(net.channels(x));
        x = net.linear("project", x, options.embeddingDimensions(), projection, projection);
        return net.plan(name, net.norm("embedding", x));
    }

    private static String block(NetworkBuilder net, String name, String input, int out, int stride) {
        String x = net.norm(name + ".norm", input);
        x = net.active(name + ".first", x, out, 3, 1, 1);
        x = net.convNorm(name + ".second", x, out, 3, stride, 1);
        String shortcut = stride == 1 ? input : net.convNorm(name + ".shortcut", input, out, 1, stride, 1);
        return net.add(new Op.Add(name + ".sum", x, shortcut));
    }
}

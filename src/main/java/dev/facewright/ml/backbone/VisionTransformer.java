package dev.facewright.ml.backbone;

import dev.facewright.ml.graph.Op;

/// Dosovitskiy et al., *An image is worth 16x16 words*, ICLR 2021, <https://arxiv.org/abs/2010.11929>, in the three
/// sizes of Touvron et al., *DeiT*, ICML 2021, table 1, <https://arxiv.org/abs/2012.12877>; norms come before
/// attention and perceptron, places are learnt, the activation is GELU. There is no class token, no dropout and no
/// stochastic depth.
///
/// The embedding is made as in insightface's `vit` for faces: all tokens together are projected to the width of
/// one, then to the embedding, with a BatchNorm after each. It keeps apart what lies where, as a class token or a
/// mean would not, and costs tokens · width² weights: with patches of 8 pixels more than the transformer itself.
///
/// With width d, 12 layers, n = (112 / patch)² tokens and e dimensions there are
/// 12 · (12d² + 13d) + (3 · patch² + 1) · d + n · d + 2d + n · d² + 2d + e · d + 2e parameters, and
/// 12 · (12n · d² + 2n² · d) + 3n · patch² · d + n · d² + e · d multiply-accumulates. At 512 dimensions, millions of
/// parameters with patches of 8 and of 16: tiny 12.7 and 7.4, small 50.5 and 29.0, base 201.4 and 115.0; and
/// multiply-accumulates: 1,232 and 280, 4,559 and 1,084, 17,500 and 4,264.
///
/// Linear weights and places begin as Gaussian of deviation 0.02, cut at two deviations, biases at 0, patches
/// uniform within 1 / √n for n inputs a unit.
///
/// @param heads  of attention, 64 channels each
record VisionTransformer(String name, int heads) implements Backbone {
    private static final int HEAD_CHANNELS = 64;
    private static final int LAYERS = 12;
    private static final int PERCEPTRON = 4;
    private static final double EPSILON = 1e-6;
    private static final Initialiser WEIGHTS = new Initialiser.TruncatedGaussian(0.02);
    private static final Initialiser ZERO = new Initialiser.Constant(0);
    private static final Initialiser ONE = new Initialiser.Constant(1);

    static final VisionTransformer TINY = new VisionTransformer("vit-tiny", 3);
    static final VisionTransformer SMALL = new VisionTransformer("vit-small", 6);
    static final VisionTransformer BASE = new VisionTransformer("vit-base", 12);

    @Override
    public Blueprint plan(BackboneOptions options) {
        int width = heads * options.channels(HEAD_CHANNELS);
        NetworkBuilder net = new NetworkBuilder(Activation.RELU, Initialiser::byFanIn);
        String x = net.biased("patches", NetworkBuilder.INPUT, width, options.patchSize(), options.patchSize());
        x = net.add(new Op.Tokens("tokens", x));
        x = net.add(new Op.Position("places", x, net.weight("places.weight", WEIGHTS, net.shape(x))));
        for (int layer = 0; layer < LAYERS; layer++) {
            x = attention(net, "layer" + (layer + 1) + ".attention", x);
            x = perceptron(net, "layer" + (layer + 1) + ".perceptron", x);
        }
        x = net.add(new Op.Flatten("flatten", norm(net, "norm", x)));
        x = net.norm("gather.norm", unbiased(net, "gather", x, width));
        x = unbiased(net, "project", x, options.embeddingDimensions());
        return net.plan(name, net.norm("embedding", x));
    }

    private String attention(NetworkBuilder net, String name, String input) {
        int width = net.shape(input)[1];
        String x = norm(net, name + ".norm", input);
        x = net.linear(name + ".share", x, 3 * width, WEIGHTS, ZERO);
        x = net.add(new Op.SelfAttention(name, x, heads));
        x = net.linear(name + ".project", x, width, WEIGHTS, ZERO);
        return net.add(new Op.Add(name + ".sum", input, x));
    }

    private static String perceptron(NetworkBuilder net, String name, String input) {
        int width = net.shape(input)[1];
        String x = norm(net, name + ".norm", input);
        x = net.linear(name + ".expand", x, PERCEPTRON * width, WEIGHTS, ZERO);
        x = net.add(new Op.Gelu(name + ".gelu", x));
        x = net.linear(name + ".project", x, width, WEIGHTS, ZERO);
        return net.add(new Op.Add(name + ".sum", input, x));
    }

    private static String norm(NetworkBuilder net, String name, String input) {
        int width = net.shape(input)[1];
        String gamma = net.weight(name + ".gamma", ONE, width);
        return net.add(new Op.LayerNorm(name, input, gamma, net.weight(name + ".beta", ZERO, width), EPSILON));
    }

    /// As a norm follows.
    private static String unbiased(NetworkBuilder net, String name, String input, int out) {
        String weight = net.weight(name + ".weight", WEIGHTS, out, net.channels(input));
        return net.add(new Op.Linear(name, input, weight, null));
    }
}

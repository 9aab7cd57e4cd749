package dev.facewright.ml.head;

import dev.facewright.ml.head.Option.Unit;
import java.util.List;

/// Momentum contrast, version 2: each image's first view, the query, is to find its second, the key, among a
/// queue of keys of earlier batches. Keys come from a copy of the network that follows it slowly and that no
/// gradient reaches.
/// He et al., *Momentum Contrast*, CVPR 2020, eq. 1 and 2, <https://arxiv.org/abs/1911.05722>; Chen et al., 2020,
/// <https://arxiv.org/abs/2003.04297>, adds the projector.
///
/// Query and key in batches of their own could tell each other by the batch's statistics, which the paper prevents
/// by shuffling images between GPUs. On one device that means nothing: here the key encoder normalises by
/// running statistics that follow the network's as its weights do, so that no key knows its batch.
/// Cai et al., *Exponential Moving Average Normalization*, CVPR 2021, <https://arxiv.org/abs/2101.08482>.
///
/// @param temperature  τ, above 0; 0.2 in the paper
/// @param projectorDimensions  of queries and keys, at least 1; 128 in the paper
/// @param queueSize  keys to be told from, at least 1; 65,536 in the paper
/// @param keyMomentum  share of its weights that the key encoder keeps in a step, in [0, 1); 0.999 in the paper
public record MoCo(double temperature, int projectorDimensions, int queueSize, double keyMomentum)
        implements Contrastive {
    public static final Option QUEUE_SIZE = new Option(
            "queueSize", Unit.COUNT, 4096, 16, 1_048_576, "it counts images, not batches; 65536 in the paper");

    public static final Option KEY_MOMENTUM = new Option(
            "keyMomentum", Unit.SHARE, 0.99, 0, 0.99999, "it is what is kept, not what is taken over; 0.999 is usual");

    public static final Kind KIND =
            new Kind(List.of(TEMPERATURE, PROJECTOR_DIMENSIONS, QUEUE_SIZE, KEY_MOMENTUM), MoCo::of);

    public MoCo {
        Require.contrastive(temperature > 0 && Double.isFinite(temperature), "temperature above 0", temperature);
        Require.contrastive(projectorDimensions >= 1, "projector of at least 1 dimension", projectorDimensions);
        Require.contrastive(queueSize >= 1, "queue of at least 1 key", queueSize);
        Require.contrastive(keyMomentum >= 0 && keyMomentum < 1, "key momentum in [0, 1)", keyMomentum);
    }

    private static MoCo of(Options told) {
        return new MoCo(
                told.of(TEMPERATURE), told.count(PROJECTOR_DIMENSIONS), told.count(QUEUE_SIZE), told.of(KEY_MOMENTUM));
    }
}

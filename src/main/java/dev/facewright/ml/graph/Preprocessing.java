package dev.facewright.ml.graph;

import java.util.List;

/// How the pixels of an aligned crop become a network's input: `(pixel / 255 - mean) / deviation`, channel by
/// channel.
///
/// @param order  the channel order the network expects
/// @param mean  per channel, of pixels in [0, 1], in that order
/// @param deviation  per channel, positive, in that order
public record Preprocessing(ChannelOrder order, List<Double> mean, List<Double> deviation) {
    public enum ChannelOrder {
        RGB,
        BGR
    }

    /// The convention of the ArcFace papers: `(pixel - 127.5) / 127.5`, RGB.
    public static final Preprocessing ARCFACE =
            new Preprocessing(ChannelOrder.RGB, List.of(0.5, 0.5, 0.5), List.of(0.5, 0.5, 0.5));

    /// The convention of torchvision's ImageNet models, RGB.
    public static final Preprocessing IMAGENET =
            new Preprocessing(ChannelOrder.RGB, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

    public Preprocessing {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        if (mean.size() != 3 || deviation.size() != 3) {
            throw new IllegalArgumentException("Mean and deviation need three values each, one a channel");
        }
        if (deviation.stream().anyMatch(value -> !(value > 0))) {
            throw new IllegalArgumentException("Every deviation must be above 0, was " + deviation);
        }
    }
}

package dev.facewright.ml.backbone;

import java.util.List;

/// The backbones that a recipe can name.
public final class Backbones {
    private static final List<Backbone> ALL = List.of(
            MobileFaceNet.FULL,
            MobileFaceNet.SMALL,
            IResNet.OF_18,
            IResNet.OF_34,
            IResNet.OF_50,
            IResNet.OF_100,
            MobileNetV3.SMALL,
            MobileNetV3.LARGE,
            VisionTransformer.TINY,
            VisionTransformer.SMALL,
            VisionTransformer.BASE);

    private Backbones() {}

    /// @throws IllegalArgumentException if there is no backbone of that name
    public static Backbone named(String name) {
        return ALL.stream()
                .filter(backbone -> backbone.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No backbone named " + name + ", there is " + String.join(", ", names())));
    }

    public static List<String> names() {
        return ALL.stream().map(Backbone::name).toList();
    }
}

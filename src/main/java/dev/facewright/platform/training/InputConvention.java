package dev.facewright.platform.training;

import dev.facewright.ml.graph.Preprocessing;
import dev.facewright.ml.graph.Preprocessing.ChannelOrder;

/// How a network from elsewhere wants its pixels; an ONNX file does not say.
public enum InputConvention {
    /// `(pixel - 127.5) / 127.5`, RGB: InsightFace and most ArcFace networks.
    ARCFACE(Preprocessing.ARCFACE),
    /// The same in BGR, as OpenCV reads images.
    ARCFACE_BGR(new Preprocessing(ChannelOrder.BGR, Preprocessing.ARCFACE.mean(), Preprocessing.ARCFACE.deviation())),
    /// torchvision's mean and deviation, RGB.
    IMAGENET(Preprocessing.IMAGENET);

    private final Preprocessing preprocessing;

    InputConvention(Preprocessing preprocessing) {
        this.preprocessing = preprocessing;
    }

    Preprocessing preprocessing() {
        return preprocessing;
    }
}

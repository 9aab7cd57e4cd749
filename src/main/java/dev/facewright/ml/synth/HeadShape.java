package dev.facewright.ml.synth;

/// The skull, in head units: 1 is half the height from chin to crown.
///
/// @param cheekWidth  half the width at the cheekbones, about 0.70
/// @param jawWidth  half the width at the corners of the jaw, about 0.56
/// @param chinWidth  half the width of the chin, about 0.27
/// @param templeWidth  half the width at the temples, about 0.68
/// @param chinLength  how far the chin reaches below its usual place, about 0
/// @param chinForward  how far the chin stands out, about 0.05
/// @param browRidge  how far the bone above the eyes stands out, about 0.03
/// @param cheekbone  how far the cheekbones stand out, about 0.05
/// @param fullness  flesh of the cheeks, 0 lean to 1 round
/// @param earSize  half the height of an ear, about 0.2
public record HeadShape(
        double cheekWidth,
        double jawWidth,
        double chinWidth,
        double templeWidth,
        double chinLength,
        double chinForward,
        double browRidge,
        double cheekbone,
        double fullness,
        double earSize) {}

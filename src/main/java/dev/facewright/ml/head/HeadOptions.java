package dev.facewright.ml.head;

/// What heads can be told; each takes what it knows of.
///
/// @param scale  of cosines, for every head but `softmax`
/// @param marginRadians  on the angle: `arcface`, `subcentrearcface`, `combinedmargin`
/// @param cosineMargin  on the cosine: `cosface`, `combinedmargin`
/// @param angleFactor  of the angle: `combinedmargin`
/// @param adaptiveMargin  m of `adaface`
/// @param adaptivity  h of `adaface`
/// @param subCentres  of an identity: `subcentrearcface`
public record HeadOptions(
        double scale,
        double marginRadians,
        double cosineMargin,
        double angleFactor,
        double adaptiveMargin,
        double adaptivity,
        int subCentres) {
    /// Each head as in its paper.
    public static HeadOptions defaults() {
        return new HeadOptions(64, 0.5, 0.35, 1, 0.4, 0.333, 3);
    }
}

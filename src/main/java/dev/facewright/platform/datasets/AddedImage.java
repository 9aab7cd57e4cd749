package dev.facewright.platform.datasets;

/// What became of a single image.
///
/// @param duplicate  whether the dataset had this very image of this subject already; then `id` is the
///     one it had
public record AddedImage(ImageId id, boolean duplicate) {}

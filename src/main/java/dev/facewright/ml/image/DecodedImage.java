package dev.facewright.ml.image;

/// Pixels as a person sees them, and where they came from.
///
/// @param image  upright: the EXIF orientation is already applied
/// @param format  the format of the bytes that were decoded
/// @param reoriented  whether an EXIF orientation other than "upright" had to be applied
public record DecodedImage(RgbImage image, ImageFormat format, boolean reoriented) {}

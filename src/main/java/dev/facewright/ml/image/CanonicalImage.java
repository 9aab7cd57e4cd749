package dev.facewright.ml.image;

import dev.facewright.ml.image.ImageDecoder.DecodedImage;

/// The bytes that are stored: the same picture without EXIF, XMP, GPS, thumbnails, comments or colour profiles.
public final class CanonicalImage {
    private CanonicalImage() {}

    /// A JPEG that is already upright keeps its coded pixels bit for bit and loses its metadata; one that had to
    /// be turned is coded again at quality 95. Every other format becomes a PNG.
    ///
    /// @param content  the bytes that were decoded
    /// @param decoded  what `ImageDecoder` made of them
    /// @return bytes of a JPEG or a PNG; `formatFor` says which
    public static byte[] of(byte[] content, DecodedImage decoded) {
        if (decoded.format() != ImageFormat.JPEG) {
            return ImageEncoder.png(decoded.image());
        }
        return decoded.reoriented()
                ? ImageEncoder.jpeg(decoded.image(), ImageEncoder.STORAGE_QUALITY)
                : ImageStructure.of(content).pixelsOnly();
    }

    /// The format of what `of` returns.
    public static ImageFormat formatFor(DecodedImage decoded) {
        return decoded.format() == ImageFormat.JPEG ? ImageFormat.JPEG : ImageFormat.PNG;
    }
}

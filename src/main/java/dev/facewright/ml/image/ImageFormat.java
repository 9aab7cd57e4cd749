package dev.facewright.ml.image;

/// The formats that are decoded, told apart by content and never by file name.
public enum ImageFormat {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    BMP("image/bmp", "bmp"),
    /// Binary PGM (P5) and PPM (P6).
    NETPBM("image/x-portable-anymap", "pnm"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final String extension;

    ImageFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}

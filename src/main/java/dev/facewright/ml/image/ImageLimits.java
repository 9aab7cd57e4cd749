package dev.facewright.ml.image;

/// What an upload may cost. Checked against the header, before any pixel is decoded.
///
/// @param maxBytes  encoded size
/// @param maxPixels  width times height
/// @param minSide  the shorter side, in pixels
public record ImageLimits(long maxBytes, long maxPixels, int minSide) {
    /// 20 MiB, 40 megapixels (120 MB decoded), at least 16 pixels a side.
    public static final ImageLimits DEFAULT = new ImageLimits(20L << 20, 40_000_000, 16);

    /// More would not fit one Java array.
    private static final long MOST_PIXELS = Integer.MAX_VALUE / 3;

    public ImageLimits {
        if (maxBytes < 1 || maxPixels < 1 || minSide < 1) {
            throw new IllegalArgumentException("Every image limit must be at least 1");
        }
        if (maxPixels > MOST_PIXELS) {
            throw new IllegalArgumentException("maxPixels can be at most " + MOST_PIXELS + ", was " + maxPixels);
        }
    }
}

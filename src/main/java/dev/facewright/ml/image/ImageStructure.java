package dev.facewright.ml.image;

import dev.facewright.ml.image.ImageRefused.Reason;

/// What walking a file's own structure, start to end, tells about it before decoding.
///
/// @param width  as the header announces, before orientation
/// @param height  as the header announces, before orientation
/// @param orientation  EXIF value 1 to 8; 1 is upright
/// @param pixelsOnly  the file without what is not needed for its pixels; the same bytes where a format has
///     nothing to strip
record ImageStructure(ImageFormat format, int width, int height, int orientation, byte[] pixelsOnly) {
    /// @throws ImageRefused if the format is unknown or unsupported, or the structure is broken, cut short or
    ///     followed by more
    static ImageStructure of(byte[] content) {
        Cursor in = new Cursor(content);
        if (in.startsWith(0, 0xff, 0xd8, 0xff)) {
            return JpegStructure.walk(in);
        }
        if (in.startsWith(0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return PngStructure.walk(in);
        }
        if (in.startsWith(0, 'R', 'I', 'F', 'F') && in.startsWith(8, 'W', 'E', 'B', 'P')) {
            return WebpStructure.walk(in);
        }
        if (in.startsWith(0, 'P', '5') || in.startsWith(0, 'P', '6')) {
            return Netpbm.walk(content);
        }
        if (in.startsWith(0, 'B', 'M')) {
            return BmpStructure.walk(in);
        }
        throw unknown(in);
    }

    private static ImageRefused unknown(Cursor in) {
        String known = "JPEG, PNG, WebP, BMP, PGM and PPM are taken";
        String name = nameOfUnsupported(in);
        return name.isEmpty()
                ? new ImageRefused(Reason.NOT_AN_IMAGE, "The content is not an image; " + known + ".")
                : new ImageRefused(Reason.UNSUPPORTED_FORMAT, name + " images are not taken; " + known + ".");
    }

    private static String nameOfUnsupported(Cursor in) {
        if (in.startsWith(0, 'G', 'I', 'F', '8')) {
            return "GIF";
        }
        if (in.startsWith(0, 'I', 'I', 42, 0) || in.startsWith(0, 'M', 'M', 0, 42)) {
            return "TIFF";
        }
        if (in.startsWith(4, 'f', 't', 'y', 'p')) {
            return in.startsWith(8, 'a', 'v', 'i') ? "AVIF" : "HEIC";
        }
        if (in.startsWith(0, 0xff, 0x0a) || in.startsWith(4, 'J', 'X', 'L', ' ')) {
            return "JPEG XL";
        }
        if (in.startsWith(4, 'j', 'P', ' ', ' ') || in.startsWith(0, 0xff, 0x4f, 0xff, 0x51)) {
            return "JPEG 2000";
        }
        boolean otherNetpbm =
                in.startsWith(0, 'P') && in.size() > 2 && "12347".indexOf(in.at(1)) >= 0 && in.at(2) <= ' ';
        return otherNetpbm ? "Text, bitmap and PAM Netpbm" : "";
    }
}

package dev.facewright.ml.image;

/// Reads the headers of a Windows bitmap. Rows lie uncompressed, so its size says where it ends.
final class BmpStructure {
    private static final int FILE_HEADER = 14;
    private static final int INFO_HEADER = 40;
    private static final int BIT_FIELDS = 3;

    /// Some writers round the file up to a multiple of four.
    private static final int PADDING = 3;

    private BmpStructure() {}

    static ImageStructure walk(Cursor in) {
        in.moveTo(10);
        long pixels = in.u32Little();
        long headerSize = in.u32Little();
        if (headerSize < INFO_HEADER || pixels < FILE_HEADER + headerSize) {
            throw Cursor.unsupported("This form of BMP");
        }
        int width = (int) in.u32Little();
        int height = Math.abs((int) in.u32Little());
        in.skip(2);
        int bits = in.u16Little();
        long compression = in.u32Little();
        if (width < 1 || height < 1) {
            throw Cursor.corrupt("its size is impossible");
        }
        if (bits < 1 || bits > 32 || (compression != 0 && compression != BIT_FIELDS)) {
            throw Cursor.unsupported("Compressed BMP");
        }
        end(in, pixels + rowBytes(width, bits) * height);
        return new ImageStructure(ImageFormat.BMP, width, height, Exif.UPRIGHT, in.content());
    }

    private static long rowBytes(int width, int bits) {
        return ((long) width * bits + 31) / 32 * 4;
    }

    private static void end(Cursor in, long expected) {
        if (in.size() < expected) {
            throw Cursor.truncated();
        }
        if (in.size() > expected + PADDING) {
            throw Cursor.polyglot();
        }
    }
}

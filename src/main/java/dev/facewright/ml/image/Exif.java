package dev.facewright.ml.image;

/// The one EXIF value that changes pixels. Everything else in EXIF is dropped.
final class Exif {
    static final int UPRIGHT = 1;

    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT_TYPE = 3;

    private Exif() {}

    /// Reads tag 0x0112 of the first directory of a TIFF block (EXIF 2.32, 4.6.4).
    /// A broken block counts as upright: cameras write many, and the pixels are sound without it.
    ///
    /// @param start  where `II` or `MM` stands
    /// @param end  the first place after the block
    static int orientation(byte[] content, int start, int end) {
        try {
            return search(new Tiff(content, start, end));
        } catch (IndexOutOfBoundsException brokenBlock) {
            return UPRIGHT;
        }
    }

    private static int search(Tiff tiff) {
        long directory = tiff.u32(4);
        int entries = tiff.u16(directory);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (tiff.u16(entry) == ORIENTATION_TAG && tiff.u16(entry + 2) == SHORT_TYPE) {
                int value = tiff.u16(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private record Tiff(byte[] content, int start, int end) {
        private int u8(long offset) {
            long place = start + offset;
            if (offset < 0 || place >= end) {
                throw new IndexOutOfBoundsException();
            }
            return content[(int) place] & 0xff;
        }

        int u16(long offset) {
            boolean little = u8(0) == 'I';
            return little ? u8(offset) | u8(offset + 1) << 8 : u8(offset) << 8 | u8(offset + 1);
        }

        long u32(long offset) {
            boolean little = u8(0) == 'I';
            long first = u16(offset);
            long second = u16(offset + 2);
            return little ? second << 16 | first : first << 16 | second;
        }
    }
}

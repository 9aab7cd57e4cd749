package dev.facewright.ml.image;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.zip.CRC32;

/// Walks the chunks of a PNG (ISO/IEC 15948) with their checksums and copies what its pixels need.
final class PngStructure {
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int SIGNATURE = 8;

    private final Cursor in;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int orientation = Exif.UPRIGHT;
    private boolean pixels;

    private PngStructure(Cursor in) {
        this.in = in;
        this.kept = new ByteArrayOutputStream(in.size());
    }

    static ImageStructure walk(Cursor in) {
        PngStructure png = new PngStructure(in);
        in.copyTo(png.kept, 0, SIGNATURE);
        in.moveTo(SIGNATURE);
        while (!png.chunk().equals("IEND")) {}
        if (!png.pixels) {
            throw Cursor.corrupt("it has no pixels");
        }
        if (in.remaining() > 0) {
            throw Cursor.polyglot();
        }
        return new ImageStructure(ImageFormat.PNG, png.width, png.height, png.orientation, png.kept.toByteArray());
    }

    private String chunk() {
        int start = in.position();
        long length = in.u32();
        String type = type();
        int body = in.position();
        in.skip(length);
        int end = in.position();
        checksum(body - 4, end, in.u32());
        if (start == SIGNATURE != type.equals("IHDR")) {
            throw Cursor.corrupt("its header chunk is not the first or stands twice");
        }
        inspect(type, body, end);
        if (NEEDED.contains(type)) {
            in.copyTo(kept, start, in.position());
        }
        return type;
    }

    private String type() {
        StringBuilder type = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            type.append((char) in.u8());
        }
        return type.toString();
    }

    private void checksum(int from, int to, long expected) {
        CRC32 crc = new CRC32();
        crc.update(in.content(), from, to - from);
        if (crc.getValue() != expected) {
            throw Cursor.corrupt("a checksum is wrong");
        }
    }

    private void inspect(String type, int body, int end) {
        switch (type) {
            case "IHDR" -> header(body, end);
            case "IDAT" -> pixels = true;
            case "eXIf" -> orientation = Exif.orientation(in.content(), body, end);
            default -> {}
        }
    }

    private void header(int body, int end) {
        if (end - body != 13) {
            throw Cursor.corrupt("its header has the wrong length");
        }
        Cursor header = new Cursor(in.content());
        header.moveTo(body);
        long announcedWidth = header.u32();
        long announcedHeight = header.u32();
        if (announcedWidth < 1 || announcedHeight < 1 || (announcedWidth | announcedHeight) > Integer.MAX_VALUE) {
            throw Cursor.corrupt("its size is impossible");
        }
        width = (int) announcedWidth;
        height = (int) announcedHeight;
    }
}

package dev.facewright.ml.image;

import java.io.ByteArrayOutputStream;

/// Walks the markers of a JPEG (ITU-T T.81, annex B) and copies what its pixels need.
final class JpegStructure {
    private static final int SOF0 = 0xc0;
    private static final int SOF2 = 0xc2;
    private static final int DHT = 0xc4;
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final int APP14 = 0xee;
    private static final int APP15 = 0xef;
    private static final int COM = 0xfe;

    /// Real progressive files have about ten; thousands over a large frame keep a decoder busy for hours.
    private static final int MOST_SCANS = 100;

    private final Cursor in;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int orientation = Exif.UPRIGHT;
    private int scans;
    private boolean multiPicture;

    private JpegStructure(Cursor in) {
        this.in = in;
        this.kept = new ByteArrayOutputStream(in.remaining());
    }

    static ImageStructure walk(Cursor in) {
        JpegStructure jpeg = new JpegStructure(in);
        jpeg.picture();
        jpeg.end();
        return new ImageStructure(ImageFormat.JPEG, jpeg.width, jpeg.height, jpeg.orientation, jpeg.kept.toByteArray());
    }

    private void picture() {
        int start = in.position();
        in.skip(2);
        in.copyTo(kept, start, in.position());
        while (segment()) {
            if (scans > MOST_SCANS) {
                throw Cursor.corrupt("more than " + MOST_SCANS + " scans");
            }
        }
        if (scans == 0) {
            throw Cursor.corrupt("it has no pixels");
        }
    }

    /// Handles one marker and what belongs to it; false after the last.
    private boolean segment() {
        int code = marker();
        int start = in.position() - 2;
        if (code == EOI) {
            in.copyTo(kept, start, in.position());
            return false;
        }
        if (code == SOI || code == 0 || code == 1 || (code >= 0xd0 && code <= 0xd7)) {
            throw Cursor.corrupt("a marker in the wrong place");
        }
        int length = in.u16();
        int body = in.position();
        in.skip(length - 2L);
        inspect(code, body, in.position());
        if (code == SOS) {
            scan();
        }
        keep(code, start, body);
        return true;
    }

    private int marker() {
        if (in.u8() != 0xff) {
            throw Cursor.corrupt("no marker where one must stand");
        }
        int code = in.u8();
        while (code == 0xff) {
            code = in.u8();
        }
        return code;
    }

    private void inspect(int code, int body, int end) {
        if (code >= SOF0 && code <= 0xcf && code != DHT && code != 0xc8 && code != 0xcc) {
            frame(code, body, end);
        } else if (code == APP1 && in.startsWith(body, 'E', 'x', 'i', 'f', 0, 0)) {
            orientation = Exif.orientation(in.content(), body + 6, end);
        } else if (code == APP2 && in.startsWith(body, 'M', 'P', 'F', 0)) {
            multiPicture = true;
        }
    }

    private void frame(int code, int body, int end) {
        if (code > SOF2) {
            throw Cursor.unsupported("Lossless, arithmetic or hierarchical JPEG");
        }
        if (width != 0 || end - body < 6) {
            throw Cursor.corrupt("its frame header is doubled or too short");
        }
        if (in.at(body) != 8) {
            throw Cursor.unsupported("JPEG with " + in.at(body) + " bits");
        }
        height = in.at(body + 1) << 8 | in.at(body + 2);
        width = in.at(body + 3) << 8 | in.at(body + 4);
        if (width == 0 || height == 0) {
            throw Cursor.corrupt("it has no width or height");
        }
    }

    /// Passes the coded pixels: `ff 00` is a stuffed byte, `ff d0` to `ff d7` are restarts, any other marker
    /// ends them.
    private void scan() {
        if (width == 0) {
            throw Cursor.corrupt("pixels come before the frame header");
        }
        scans++;
        byte[] bytes = in.content();
        for (int i = in.position(); i + 1 < bytes.length; i++) {
            int next = bytes[i + 1] & 0xff;
            if (bytes[i] == (byte) 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                in.moveTo(i);
                return;
            }
        }
        throw Cursor.truncated();
    }

    private void keep(int code, int start, int body) {
        boolean application = code >= APP0 && code <= APP15;
        if (code == APP0 && in.startsWith(body, 'J', 'F', 'I', 'F', 0) && in.position() - body >= 14) {
            keepFixedPart(code, body, 12, 0, 0);
        } else if (code == APP14 && in.startsWith(body, 'A', 'd', 'o', 'b', 'e') && in.position() - body >= 12) {
            keepFixedPart(code, body, 12);
        } else if (!application && code != COM) {
            in.copyTo(kept, start, in.position());
        }
    }

    /// JFIF and Adobe segments say how colours are coded. JFIF's thumbnail becomes 0x0; what someone added
    /// behind is dropped.
    private void keepFixedPart(int code, int body, int length, int... ending) {
        kept.write(0xff);
        kept.write(code);
        kept.write(0);
        kept.write(2 + length + ending.length);
        in.copyTo(kept, body, body + length);
        for (int value : ending) {
            kept.write(value);
        }
    }

    /// Phones append further pictures, which their MPF segment announces (CIPA DC-007), and zero bytes. Both are
    /// left out of what is kept; anything else behind the image is refused.
    private void end() {
        while (multiPicture && in.startsWith(in.position(), 0xff, SOI, 0xff)) {
            new JpegStructure(in).picture();
        }
        while (in.remaining() > 0) {
            if (in.u8() != 0) {
                throw Cursor.polyglot();
            }
        }
    }
}

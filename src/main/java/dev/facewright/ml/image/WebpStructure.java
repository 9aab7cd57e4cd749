package dev.facewright.ml.image;

/// Walks the chunks of a still WebP (RFC 9649).
final class WebpStructure {
    private static final int ANIMATED = 0x02;

    private final Cursor in;
    private int width;
    private int height;
    private int orientation = Exif.UPRIGHT;

    private WebpStructure(Cursor in) {
        this.in = in;
    }

    static ImageStructure walk(Cursor in) {
        in.moveTo(4);
        long size = in.u32Little() + 8;
        if (in.size() < size) {
            throw Cursor.truncated();
        }
        if (in.size() > size + (size & 1)) {
            throw Cursor.polyglot();
        }
        in.moveTo(12);
        WebpStructure webp = new WebpStructure(in);
        while (in.remaining() > 1) {
            webp.chunk();
        }
        if (webp.width < 1 || webp.height < 1) {
            throw Cursor.corrupt("it has no pixels");
        }
        return new ImageStructure(ImageFormat.WEBP, webp.width, webp.height, webp.orientation, in.content());
    }

    private void chunk() {
        int start = in.position();
        in.skip(4);
        long length = in.u32Little();
        int body = in.position();
        in.skip(length);
        int end = in.position();
        inspect(start, body, end);
        in.moveTo(Math.min(end + (length & 1), in.size()));
    }

    private void inspect(int start, int body, int end) {
        if (in.startsWith(start, 'V', 'P', '8', ' ')) {
            lossy(body);
        } else if (in.startsWith(start, 'V', 'P', '8', 'L')) {
            lossless(body);
        } else if (in.startsWith(start, 'V', 'P', '8', 'X') && end > body && (in.at(body) & ANIMATED) != 0) {
            throw Cursor.unsupported("Animated WebP");
        } else if (in.startsWith(start, 'E', 'X', 'I', 'F')) {
            int skip = in.startsWith(body, 'E', 'x', 'i', 'f', 0, 0) ? 6 : 0;
            orientation = Exif.orientation(in.content(), body + skip, end);
        }
    }

    private void lossy(int body) {
        if (!in.startsWith(body + 3, 0x9d, 0x01, 0x2a)) {
            throw Cursor.corrupt("its frame header is wrong");
        }
        Cursor frame = at(body + 6);
        announce(frame.u16Little() & 0x3fff, frame.u16Little() & 0x3fff);
    }

    private void lossless(int body) {
        Cursor frame = at(body);
        if (frame.u8() != 0x2f) {
            throw Cursor.corrupt("its frame header is wrong");
        }
        long bits = frame.u32Little();
        announce((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
    }

    private Cursor at(int place) {
        Cursor frame = new Cursor(in.content());
        frame.moveTo(place);
        return frame;
    }

    private void announce(int frameWidth, int frameHeight) {
        if (width != 0) {
            throw Cursor.corrupt("it has two frames");
        }
        width = frameWidth;
        height = frameHeight;
    }
}

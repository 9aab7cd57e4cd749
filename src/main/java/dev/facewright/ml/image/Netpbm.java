package dev.facewright.ml.image;

/// Reads binary PGM (P5) and PPM (P6), with comments in the header:
/// <https://netpbm.sourceforge.net/doc/pgm.html>.
final class Netpbm {
    private static final int MOST_DIGITS = 9;

    /// @param start  where the pixels begin
    /// @param channels  1 or 3
    /// @param maximum  the sample value of full brightness; samples take two bytes above 255
    private record Header(int width, int height, int channels, int maximum, int start) {
        int sampleBytes() {
            return maximum > 255 ? 2 : 1;
        }

        long end() {
            return start + (long) width * height * channels * sampleBytes();
        }
    }

    private Netpbm() {}

    static ImageStructure walk(byte[] content) {
        Header header = header(content);
        if (content.length < header.end()) {
            throw Cursor.truncated();
        }
        for (long i = header.end(); i < content.length; i++) {
            if (!isBlank(content[(int) i])) {
                throw Cursor.polyglot();
            }
        }
        return new ImageStructure(ImageFormat.NETPBM, header.width, header.height, Exif.UPRIGHT, content);
    }

    /// Grey is repeated in all three channels; samples are scaled to [0, 255].
    static RgbImage decode(byte[] content) {
        Header header = header(content);
        RgbImage image = RgbImage.black(header.width, header.height);
        byte[] pixels = image.pixels();
        int repeat = 3 / header.channels;
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) scaled(header, sample(content, header, i / repeat));
        }
        return image;
    }

    private static int sample(byte[] content, Header header, int index) {
        if (header.sampleBytes() == 1) {
            return content[header.start + index] & 0xff;
        }
        int place = header.start + 2 * index;
        return (content[place] & 0xff) << 8 | content[place + 1] & 0xff;
    }

    private static int scaled(Header header, int sample) {
        int limited = Math.min(sample, header.maximum);
        return header.maximum == 255 ? limited : (limited * 255 + header.maximum / 2) / header.maximum;
    }

    private static Header header(byte[] content) {
        Cursor in = new Cursor(content);
        in.moveTo(1);
        int channels = in.u8() == '5' ? 1 : 3;
        int width = number(in);
        int height = number(in);
        int maximum = number(in);
        if (width < 1 || height < 1 || maximum < 1 || maximum > 65535) {
            throw Cursor.corrupt("its size or its brightest value is impossible");
        }
        return new Header(width, height, channels, maximum, in.position());
    }

    /// Passes blanks and comments, then reads digits and the one blank behind them.
    private static int number(Cursor in) {
        int next = firstDigit(in);
        int value = 0;
        int digits = 0;
        while (next >= '0' && next <= '9' && digits++ < MOST_DIGITS) {
            value = value * 10 + next - '0';
            next = in.u8();
        }
        if (digits == 0 || !isBlank(next)) {
            throw Cursor.corrupt("its header is not made of numbers");
        }
        return value;
    }

    private static int firstDigit(Cursor in) {
        int next = in.u8();
        while (isBlank(next) || next == '#') {
            boolean comment = next == '#';
            next = in.u8();
            while (comment && next != '\n' && next != '\r') {
                next = in.u8();
            }
        }
        return next;
    }

    private static boolean isBlank(int value) {
        return value == ' ' || (value >= '\t' && value <= '\r');
    }
}

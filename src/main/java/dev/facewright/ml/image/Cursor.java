package dev.facewright.ml.image;

import dev.facewright.ml.image.ImageRefused.Reason;
import java.io.ByteArrayOutputStream;

/// A bounds-checked place in a file: running past the end is a refusal, not a bug.
final class Cursor {
    private final byte[] content;
    private int position;

    Cursor(byte[] content) {
        this.content = content;
    }

    byte[] content() {
        return content;
    }

    int size() {
        return content.length;
    }

    int position() {
        return position;
    }

    int remaining() {
        return content.length - position;
    }

    /// @throws ImageRefused if the place lies beyond the end of the file
    void moveTo(long place) {
        if (place < 0 || place > content.length) {
            throw truncated();
        }
        position = (int) place;
    }

    void skip(long bytes) {
        if (bytes < 0) {
            throw corrupt("a negative length");
        }
        moveTo(position + bytes);
    }

    int u8() {
        if (position >= content.length) {
            throw truncated();
        }
        return content[position++] & 0xff;
    }

    int u16() {
        return u8() << 8 | u8();
    }

    long u32() {
        return (long) u16() << 16 | u16();
    }

    int u16Little() {
        return u8() | u8() << 8;
    }

    long u32Little() {
        return u16Little() | (long) u16Little() << 16;
    }

    /// The byte at an absolute place, which must exist.
    int at(int place) {
        return content[place] & 0xff;
    }

    boolean startsWith(int place, int... bytes) {
        if (place < 0 || (long) place + bytes.length > content.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (at(place + i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    void copyTo(ByteArrayOutputStream out, int from, int to) {
        out.write(content, from, to - from);
    }

    static ImageRefused truncated() {
        return new ImageRefused(Reason.TRUNCATED, "The image ends early; the file was cut short.");
    }

    static ImageRefused corrupt(String what) {
        return new ImageRefused(Reason.CORRUPT, "The image is damaged: " + what + ".");
    }

    static ImageRefused polyglot() {
        return new ImageRefused(Reason.POLYGLOT, "The file goes on after the image ends; it may be two files in one.");
    }

    static ImageRefused unsupported(String what) {
        return new ImageRefused(Reason.UNSUPPORTED_FORMAT, what + " is not taken; save the image in a common form.");
    }
}

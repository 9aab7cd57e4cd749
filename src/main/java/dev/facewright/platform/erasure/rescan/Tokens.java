package dev.facewright.platform.erasure.rescan;

import dev.facewright.platform.erasure.rescan.Needles.Needle;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Finds needles in text: a word is what stands between anything but letters, digits, `-` and `_`; ids and hashes are
/// found within longer words, too, and whatever is written in hexadecimal is read as what it stands for.
final class Tokens {
    private static final int UUID_LENGTH = 36;
    private static final int HASH_LENGTH = 64;
    private static final int SHORTEST_BYTES = 32;
    private static final int RAW_UUID = 16;
    private static final int RAW_HASH = 32;
    private static final int DASH = 8;

    private final Needles needles;
    private final Consumer<Needle> found;

    Tokens(Needles needles, Consumer<Needle> found) {
        this.needles = needles;
        this.found = found;
    }

    /// @param bytes  text in UTF-8 or any encoding that has ASCII in it; a backslash takes the next character with it,
    /// as
    ///     in what the database copies out
    void read(byte[] bytes, int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            if (!inWord(bytes[at])) {
                word(bytes, start, at);
                at += bytes[at] == '\\' ? 1 : 0;
                start = at + 1;
            }
        }
        word(bytes, Math.min(start, to), to);
    }

    private static boolean inWord(byte each) {
        return (each >= 'a' && each <= 'z')
                || (each >= '0' && each <= '9')
                || (each >= 'A' && each <= 'Z')
                || each == '-'
                || each == '_';
    }

    private void word(byte[] bytes, int from, int to) {
        int length = to - from;
        if (needles.mayBe(length)) {
            tell(bytes, from, to);
        }
        if (length > UUID_LENGTH) {
            uuidsIn(bytes, from, to);
        }
        if (length > HASH_LENGTH && length < 2 * HASH_LENGTH) {
            for (int at = from; at + HASH_LENGTH <= to; at++) {
                tell(bytes, at, at + HASH_LENGTH);
            }
        }
        if (length > SHORTEST_BYTES && bytes[from] == 'x' && length % 2 == 1) {
            hexadecimal(bytes, from + 1, to);
        }
    }

    private void uuidsIn(byte[] bytes, int from, int to) {
        for (int at = from; at + UUID_LENGTH <= to; at++) {
            if (bytes[at + DASH] == '-' && bytes[at + 13] == '-' && bytes[at + 18] == '-' && bytes[at + 23] == '-') {
                tell(bytes, at, at + UUID_LENGTH);
            }
        }
    }

    /// What a column of bytes holds: text, or ids and hashes as they are.
    private void hexadecimal(byte[] bytes, int from, int to) {
        byte[] plain;
        try {
            plain = HexFormat.of().parseHex(text(bytes, from, to));
        } catch (IllegalArgumentException noBytes) {
            return;
        }
        read(plain, 0, plain.length);
        for (int at = 0; at + RAW_UUID <= plain.length; at++) {
            String hex = HexFormat.of().formatHex(plain, at, at + RAW_UUID);
            needles.at(dashed(hex)).forEach(found);
            if (at + RAW_HASH <= plain.length) {
                needles.at(HexFormat.of().formatHex(plain, at, at + RAW_HASH)).forEach(found);
            }
        }
    }

    private static String dashed(String hex) {
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private void tell(byte[] bytes, int from, int to) {
        needles.at(text(bytes, from, to)).forEach(found);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}

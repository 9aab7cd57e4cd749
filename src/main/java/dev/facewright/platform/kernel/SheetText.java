package dev.facewright.platform.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// The text of a sheet in UTF-8. Some programs put a byte order mark before it, which is no part of its first cell.
public final class SheetText {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private SheetText() {}

    /// @throws CharacterCodingException if it is not UTF-8
    public static String of(byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}

package dev.facewright.platform.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/// The one key that versions without generations were configured with, by a setting or in a file of the data folder.
///
/// @param value  32 bytes in base64
/// @param file  of properties, which the key can be taken out of
record ConfiguredKey(String value, @Nullable Path file) {
    private static final String PROPERTY = "key-encryption-key=";

    static Optional<ConfiguredKey> of(@Nullable String setting, @Nullable Path file) {
        if (StringUtils.hasText(setting)) {
            return Optional.of(new ConfiguredKey(setting.strip(), null));
        }
        return Optional.ofNullable(file)
                .filter(Files::exists)
                .flatMap(ConfiguredKey::line)
                .map(line -> new ConfiguredKey(unescaped(line.substring(PROPERTY.length())), file));
    }

    /// @throws IllegalStateException that says what is expected, without showing what was given
    byte[] bytes() {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("facewright.storage.key-encryption-key is not base64", e);
        }
        if (key.length != KeyEncryptionKey.BYTES) {
            throw new IllegalStateException("facewright.storage.key-encryption-key must be " + KeyEncryptionKey.BYTES
                    + " bytes in base64 but has " + key.length + "; make one with: openssl rand -base64 32");
        }
        return key;
    }

    /// Overwrites it where it stands, so that the file keeps its other lines and no copy of this one.
    ///
    /// @return whether it is nowhere any more; a setting stays until somebody removes it
    boolean forget() {
        if (file == null) {
            return false;
        }
        String line = line(file).orElse("");
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            byte[] nothing = new byte[line.length()];
            Arrays.fill(nothing, (byte) '#');
            long place = Files.readString(file, StandardCharsets.ISO_8859_1).indexOf(line);
            channel.write(ByteBuffer.wrap(nothing), place);
            channel.force(true);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot overwrite the key in " + file, e);
        }
    }

    private static Optional<String> line(Path file) {
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith(PROPERTY)).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /// A file of properties writes `=` with a backslash before it.
    private static String unescaped(String text) {
        return text.replace("\\", "");
    }

    @Override
    public String toString() {
        return file == null ? "facewright.storage.key-encryption-key" : file.toString();
    }
}

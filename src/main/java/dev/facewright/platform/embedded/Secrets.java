package dev.facewright.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// Passwords and keys of the embedded stores: generated once, readable by the owner of the data folder only.
///
/// @param keyEncryptionKey  base64 of 32 bytes; whoever loses it loses every encrypted image
record Secrets(String databasePassword, String objectsSecretKey, String keyEncryptionKey) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static synchronized Secrets in(Path file) {
        try {
            if (!Files.exists(file)) {
                write(
                        file,
                        new Secrets(random(24), random(24), Base64.getEncoder().encodeToString(bytes(32))));
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    private static Secrets read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Secrets(
                required(properties, "database.password", file),
                required(properties, "objects.secret-key", file),
                required(properties, "key-encryption-key", file));
    }

    private static String required(Properties properties, String name, Path file) {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(file + " lacks " + name + ": restore the file from a backup");
        }
        return value;
    }

    /// Written beside and moved into place: a crash leaves the whole file or none.
    private static void write(Path file, Secrets secrets) throws IOException {
        var properties = new Properties();
        properties.setProperty("database.password", secrets.databasePassword);
        properties.setProperty("objects.secret-key", secrets.objectsSecretKey);
        properties.setProperty("key-encryption-key", secrets.keyEncryptionKey);
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        OwnerOnly.file(draft);
        try (var writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, "Keep a copy: without the key-encryption-key no stored image can be read again.");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random(int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(length));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "Secrets[...]";
    }
}

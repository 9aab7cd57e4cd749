package dev.facewright.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// Passwords of the embedded stores: generated once, readable by the owner of the data folder only.
///
/// @param databasePassword  of the superuser, who makes the roles
/// @param ownerPassword  of the role that owns the tables
/// @param serverPassword  of the role that the server has
record Secrets(String databasePassword, String ownerPassword, String serverPassword, String objectsSecretKey) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SUPERUSER = "database.password";
    private static final String OWNER = "database.owner-password";
    private static final String SERVER = "database.server-password";
    private static final String OBJECTS = "objects.secret-key";

    static synchronized Secrets in(Path file) {
        try {
            var properties = Files.exists(file) ? properties(file) : made();
            if (addRoles(properties) || !Files.exists(file)) {
                write(file, properties);
            }
            return new Secrets(
                    required(properties, SUPERUSER, file),
                    required(properties, OWNER, file),
                    required(properties, SERVER, file),
                    required(properties, OBJECTS, file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    private static Properties properties(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Properties made() {
        var properties = new Properties();
        properties.setProperty(SUPERUSER, random(24));
        properties.setProperty(OBJECTS, random(24));
        return properties;
    }

    /// A folder of before knows one role only.
    ///
    /// @return whether something was added
    private static boolean addRoles(Properties properties) {
        return properties.putIfAbsent(OWNER, random(24)) == null | properties.putIfAbsent(SERVER, random(24)) == null;
    }

    private static String required(Properties properties, String name, Path file) {
        var value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(file + " lacks " + name + ": restore the file from a backup");
        }
        return value;
    }

    /// Written beside and moved into place: a crash leaves the whole file or none.
    private static void write(Path file, Properties properties) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        OwnerOnly.file(draft);
        try (var writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, "Passwords of the embedded stores. The keys of what is encrypted are not here.");
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

package dev.facewright.platform.storage.keys;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where keys of generations are kept, and how long a destroyed data key waits for its generation to be destroyed.
///
/// @param folder  of the keys; beside the data folder if none is given, never in it
/// @param importFrom  a file of properties whose `key-encryption-key` becomes the first generation, and is
///     overwritten then
/// @param server  asked for keys by a process that has no store of its own, such as `http://server:8080`
/// @param secret  at least 32 characters, the same on the server and on whoever asks it
/// @param changeAfter  how long after a data key was destroyed its generation is changed, for all since then at once
/// @param check  how often it is looked whether there is something to change
/// @param logPeriod  how long the operator's database keeps its write-ahead log, archive included
/// @param backupPeriod  how long the operator keeps backups of the database
@Validated
@ConfigurationProperties("facewright.keys")
public record KeySettings(
        @Nullable Path folder,
        @Nullable Path importFrom,
        @Nullable URI server,
        @Nullable String secret,
        @DefaultValue @NotNull Transit transit,
        @DefaultValue("1h") Duration changeAfter,
        @DefaultValue("5s") Duration check,
        @DefaultValue("7d") Duration logPeriod,
        @DefaultValue("30d") Duration backupPeriod) {
    private static final int SHORTEST_SECRET = 32;

    public KeySettings {
        if (server != null && secret == null) {
            throw new IllegalArgumentException("facewright.keys.server needs facewright.keys.secret");
        }
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("facewright.keys.secret has less than " + SHORTEST_SECRET
                    + " characters; make one with: openssl rand -base64 32");
        }
    }

    /// @param address  of a Vault, such as `https://vault.example.org:8200`; no Vault is used without one
    /// @param mount  where its transit engine is mounted
    public record Transit(
            @Nullable URI address,
            @Nullable String token,
            @DefaultValue("transit") String mount) {
        @Override
        public String toString() {
            return "Transit[" + address + ", " + mount + "]";
        }
    }

    /// Of the keys, if the data is in that folder.
    ///
    /// @throws IllegalStateException if whoever copies the data would copy the keys along
    public Path folderBeside(Path data) {
        Path whole = data.toAbsolutePath().normalize();
        Path keys = Optional.ofNullable(folder)
                .map(given -> given.toAbsolutePath().normalize())
                .orElseGet(() -> whole.resolveSibling(whole.getFileName() + "-keys"));
        if (keys.startsWith(whole)) {
            throw new IllegalStateException("facewright.keys.folder " + keys + " is in the data folder " + whole
                    + ": keys must be kept apart from what they open, or a copy of one is a copy of both.");
        }
        return keys;
    }

    @Override
    public String toString() {
        return "KeySettings[" + folder + ", " + server + ", " + transit + "]";
    }
}

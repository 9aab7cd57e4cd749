package dev.facewright.platform.kernel;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is configured for the server as a whole.
///
/// @param data  folder of the embedded stores
/// @param publicUrl  where this installation is reached from elsewhere: `https://faces.example.org`. Written into what
///     leaves it, so it is never taken from a request, which says what its sender likes.
@ConfigurationProperties("facewright")
public record ServerSettings(
        @DefaultValue("all") ServerRole role,
        @DefaultValue("./data") Path data,
        @DefaultValue("http://localhost:8080") URI publicUrl) {
    /// An address under the public one.
    public URI published(String path) {
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
    }
}

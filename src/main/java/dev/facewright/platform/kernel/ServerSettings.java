package dev.facewright.platform.kernel;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What is configured for the server as a whole.
///
/// @param data  folder of the embedded stores
/// @param publicUrl  where this installation is reached from elsewhere: `https://faces.example.org`. Written into what
///     leaves it, so it is never taken from a request, which says what its sender likes.
/// @param trustedProxies  addresses or networks of the proxies whose `X-Forwarded-For` is believed
@ConfigurationProperties("facewright")
public record ServerSettings(
        @DefaultValue("all") ServerRole role,
        @DefaultValue("./data") Path data,
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue List<String> trustedProxies) {
    /// @throws IllegalArgumentException unless the public address is one of a server as a whole
    public ServerSettings {
        trustedProxies = List.copyOf(trustedProxies);
        boolean web = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
        boolean path = publicUrl.getRawPath() != null && !publicUrl.getRawPath().matches("/?");
        if (!web || publicUrl.getHost() == null || path || publicUrl.getRawQuery() != null) {
            throw new IllegalArgumentException("FACEWRIGHT_PUBLIC_URL must be like https://faces.example.org");
        }
    }

    /// An address under the public one.
    public URI published(String path) {
        return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
    }
}
